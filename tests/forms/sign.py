"""Signs each signature field of a PDF in turn, with certificates made for it, and validates.

usage: sign.py PDF STAMP OUT.. (as many files as fields; `-` as STAMP for pyHanko's own)

The last signature is made in two phases, as a remote service does it: what is to be signed
goes out as a digest, and the signature comes in.
"""

import asyncio
import datetime
import io
import pathlib
import sys

from asn1crypto import keys
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.signers.pdf_signer import PdfTBSDocument
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore


def signer(name: str) -> signers.SimpleSigner:
    """A person with a certificate of its own."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.timezone.utc)
    usage = dict.fromkeys(
        [
            "key_encipherment",
            "data_encipherment",
            "key_agreement",
            "crl_sign",
            "encipher_only",
            "decipher_only",
        ],
        False,
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(
            x509.KeyUsage(digital_signature=True, content_commitment=True, key_cert_sign=True, **usage), critical=True
        )
        .sign(key, hashes.SHA256())
    )
    der = key.private_bytes(serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    own = asn1.Certificate.load(certificate.public_bytes(serialization.Encoding.DER))
    store = SimpleCertificateStore()
    store.register(own)
    return signers.SimpleSigner(signing_cert=own, signing_key=keys.PrivateKeyInfo.load(der), cert_registry=store)


def metadata(name: str) -> signers.PdfSignatureMetadata:
    return signers.PdfSignatureMetadata(field_name=name, subfilter=fields.SigSeedSubFilter.PADES, md_algorithm="sha256")


def at_once(pdf: bytes, name: str, person: signers.Signer, stamp: StaticStampStyle | None) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    pdf_signer = signers.PdfSigner(metadata(name), person, stamp_style=stamp)
    return pdf_signer.sign_pdf(writer, existing_fields_only=True).getvalue()


async def in_two_phases(pdf: bytes, name: str, person: signers.Signer, stamp: StaticStampStyle | None) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    # The service is asked for its certificate first, and signs nothing yet.
    service = signers.ExternalSigner(
        signing_cert=person.signing_cert, cert_registry=person.cert_registry, signature_value=256
    )
    pdf_signer = signers.PdfSigner(metadata(name), service, stamp_style=stamp)
    prepared, _, out = await pdf_signer.async_digest_doc_for_signing(writer, existing_fields_only=True)
    to_sign = await service.signed_attrs(prepared.document_digest, "sha256", use_pades=True)
    # What leaves the house is this digest; what comes back is the signature.
    signature = await person.async_sign_raw(to_sign.dump(), "sha256")
    service = signers.ExternalSigner(
        signing_cert=person.signing_cert, cert_registry=person.cert_registry, signature_value=signature
    )
    cms = await service.async_sign_prescribed_attributes("sha256", signed_attrs=to_sign)
    await PdfTBSDocument.async_finish_signing(out, prepared, cms)
    return out.getvalue()


def main() -> None:
    source, stamp, *outs = sys.argv[1:]
    style = None if stamp == "-" else StaticStampStyle.from_pdf_file(stamp, border_width=0)
    pdf = pathlib.Path(source).read_bytes()
    names = [name for name, _, _ in fields.enumerate_sig_fields(PdfFileReader(io.BytesIO(pdf)))]
    assert len(names) == len(outs), names
    people = [signer(f"Unterzeichnende Person {number}") for number in range(len(names))]
    for name, person, out in zip(names, people, outs, strict=True):
        is_last = name == names[-1]
        if is_last and style is not None:
            pdf = asyncio.run(in_two_phases(pdf, name, person, style))
        else:
            pdf = at_once(pdf, name, person, style)
        pathlib.Path(out).write_bytes(pdf)

    roots = [person.signing_cert for person in people]
    for signature in PdfFileReader(io.BytesIO(pdf)).embedded_signatures:
        status = validate_pdf_signature(signature, ValidationContext(trust_roots=roots))
        print(signature.field_name, status.bottom_line, status.modification_level.name)


main()
