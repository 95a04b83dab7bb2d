// A form made with the client that is generated from the description.

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import vereinbar.ApiClient;
import vereinbar.api.DefaultApi;
import vereinbar.model.Vereinbarung;

public class Client {
    public static void main(String[] arguments) throws Exception {
        ApiClient client = new ApiClient();
        client.updateBaseUri(arguments[0]);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + arguments[1]));
        ObjectMapper mapper = client.getObjectMapper();
        Vereinbarung agreement = mapper.readValue(Files.readString(Path.of(arguments[2])), Vereinbarung.class);
        Path pdf = new DefaultApi(client).render(agreement, null, null, null, true, null, null, null).toPath();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(pdf));
        System.out.println(HexFormat.of().formatHex(digest));
    }
}
