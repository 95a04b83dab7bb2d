// A form made with the client that is generated from the description.
package main

import (
	"context"
	"crypto/sha256"
	"fmt"
	"log"
	"net/http"
	"os"

	"vereinbar.example/client/vereinbar"
)

func main() {
	root, token, file := os.Args[1], os.Args[2], os.Args[3]
	client, err := vereinbar.NewClientWithResponses(root, vereinbar.WithRequestEditorFn(
		func(_ context.Context, request *http.Request) error {
			request.Header.Set("Authorization", "Bearer "+token)
			return nil
		}))
	if err != nil {
		log.Fatal(err)
	}
	data, err := os.Open(file)
	if err != nil {
		log.Fatal(err)
	}
	requireComplete := true
	answer, err := client.RenderWithBodyWithResponse(
		context.Background(), &vereinbar.RenderParams{RequireComplete: &requireComplete}, "application/json", data)
	if err != nil {
		log.Fatal(err)
	}
	if answer.StatusCode() != http.StatusOK {
		log.Fatal(string(answer.Body))
	}
	fmt.Printf("%x\n", sha256.Sum256(answer.Body))
}
