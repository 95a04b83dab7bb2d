"""How fast the service answers eight clients at a time, in how much memory, and what hostile PDFs beside them cost.

usage: serve.py COMMAND [SECONDS]
"""

import http.client
import json
import re
import subprocess
import sys
import threading
import time
import urllib.parse
import zlib
from collections.abc import Callable
from pathlib import Path

from memory import peaks

ROOT = Path(__file__).resolve().parent.parent
CLIENTS = 8
# As long as the script of the form waits before it asks.
KEYSTROKES = 100

Call = tuple[str, str, str, bytes]


class Service:
    """`vereinbar serve`, and what its process needs."""

    def __init__(self, command: str) -> None:
        self.process = subprocess.Popen([command, "serve", "--no-open"], stderr=subprocess.PIPE, text=True)
        assert self.process.stderr
        found = None
        while not found:
            found = re.search(r"http://(\S+)/\?token=(\S+)", self.process.stderr.readline())
        self.host, self.token = found.groups()

    def connect(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection(self.host, timeout=120)

    def ask(self, connection: http.client.HTTPConnection, call: Call) -> tuple[int, bytes]:
        method, path, media_type, body = call
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": media_type}
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        return answer.status, answer.read()

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait()


def calls(service: Service) -> list[Call]:
    """What an office and its programs ask for, mixed; the texts differ from one to the next."""
    form, contract = (
        json.loads((ROOT / "templates" / art / "daten.json").read_text())
        for art in ("qualitaetsentwicklungsvereinbarung", "leq_vereinbarung")
    )
    kind = "application/json"
    status, pdf = service.ask(service.connect(), ("POST", "/v1/render", kind, json.dumps(form).encode()))
    assert status == 200
    mixed = []
    for number in range(40):
        form["traeger"]["name"] = f"Beispielträger {number} gGmbH"
        a, leq = json.dumps(form).encode(), json.dumps(contract).encode()
        mixed += [
            ("POST", "/v1/validate?stage=unterschriftsreif", kind, a),
            ("POST", "/v1/preview?ppi=96", kind, a),
            ("POST", "/v1/render", kind, a),
            ("POST", "/v1/extract", "application/pdf", pdf),
            ("POST", "/v1/calculate", kind, leq),
            ("GET", "/v1/schema/leq_vereinbarung", kind, b""),
        ]
        if number % 5 == 0:
            mixed.append(("POST", "/v1/render", kind, leq))
    return mixed


def bomb() -> bytes:
    """A PDF whose attachment unpacks to half a gigabyte."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(1 << 20)) for _ in range(512)) + packer.flush()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(vereinbarung.json)4 0 R]>>>>>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        b"<</Type/Filespec/F(vereinbarung.json)/UF(vereinbarung.json)/EF<</F 5 0 R>>>>",
        b"<</Type/EmbeddedFile/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed),
    ]
    pdf, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(pdf))
        pdf += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return pdf + b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>startxref\n%d\n%%%%EOF\n" % (
        table,
        len(pdf),
    )


def part(times: list[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * share))] * 1000


def load(service: Service, mixed: list[Call], seconds: float, beside: Call | None = None) -> list[float]:
    """How long each answer took; one that is none ends the run."""
    times: list[float] = []
    faults: list[str] = []
    end = time.monotonic() + seconds

    def until_the_end(act: Callable[[http.client.HTTPConnection, int], None]) -> None:
        connection, number = service.connect(), 0
        try:
            while time.monotonic() < end and not faults:
                act(connection, number)
                number += 1
        except (OSError, http.client.HTTPException) as error:
            faults.append(repr(error))

    def client(first: int) -> Callable[[http.client.HTTPConnection, int], None]:
        def act(connection: http.client.HTTPConnection, number: int) -> None:
            call = mixed[(first + number) % len(mixed)]
            begun = time.perf_counter()
            status, body = service.ask(connection, call)
            times.append(time.perf_counter() - begun)
            if status != 200:
                faults.append(f"{status} {call[1]}: {body[:300]!r}")

        return act

    def hostile(call: Call) -> Callable[[http.client.HTTPConnection, int], None]:
        def act(connection: http.client.HTTPConnection, _: int) -> None:
            status, body = service.ask(connection, call)
            if status != 422:
                faults.append(f"{status}: {body[:300]!r}")

        return act

    acts = [client(number * len(mixed) // CLIENTS) for number in range(CLIENTS)]
    if beside:
        acts.append(hostile(beside))
    threads = [threading.Thread(target=until_the_end, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        sys.exit("\n".join(faults))
    return times


def keystrokes(service: Service) -> list[float]:
    """How long the page beside the form takes after each key."""
    connection = service.connect()
    connection.request("GET", f"/?token={service.token}")
    answer = connection.getresponse()
    answer.read()
    cookie = answer.headers["set-cookie"].split(";")[0]
    connection.request("GET", "/", headers={"Cookie": cookie})
    token = re.findall(r'name="_formular" value="([^"]+)"', connection.getresponse().read().decode())[0]
    data = (ROOT / "templates/qualitaetsentwicklungsvereinbarung/daten.json").read_text()
    times, text = [], ""
    for number in range(KEYSTROKES):
        text += "Beteiligung "[number % 12]
        fields = {"_formular": token, "daten": data, "seite": "1", "hier": "/ziele", "/ziele/0/ziel": text}
        headers = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
        begun = time.perf_counter()
        connection.request("POST", "/formular", urllib.parse.urlencode(fields), headers)
        answer = connection.getresponse()
        page = answer.read()
        times.append(time.perf_counter() - begun)
        if answer.status != 200 or b"data:image/png" not in page:
            sys.exit(f"{answer.status}: {page[:300]!r}")
    return times


def main() -> None:
    command, seconds = sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else 60.0
    service = Service(command)
    try:
        mixed = calls(service)
        load(service, mixed, min(seconds, 5.0))
        print("| what | answers/s | p50 ms | p95 ms | p99 ms | peak MB, service + workers |\n|---|--:|--:|--:|--:|--:|")

        def row(what: str, times: list[float], rate: str) -> None:
            numbers = " | ".join(f"{part(times, share):.0f}" for share in (0.5, 0.95, 0.99))
            own, workers = peaks(service.process.pid)
            print(f"| {what} | {rate} | {numbers} | {own} + {workers} |", flush=True)

        row("a key pressed in form A", keystrokes(service), "")
        plain = load(service, mixed, seconds)
        row(f"{CLIENTS} clients, mixed", plain, f"{len(plain) / seconds:.0f}")
        beside = load(service, mixed, seconds, ("POST", "/v1/extract", "application/pdf", bomb()))
        row("the same beside hostile PDFs", beside, f"{len(beside) / seconds:.0f}")
        print(f"\nhostile PDFs slow the others by {100 * (1 - len(beside) / len(plain)):.0f} %")
    finally:
        service.stop()


if __name__ == "__main__":
    main()
