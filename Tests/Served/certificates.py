"""An authority of a house, and servers of TLS with certificates of it or of nobody."""
import os
import ssl
import subprocess


def openssl(*arguments, text=None):
    done = subprocess.run(["openssl", *arguments], input=text, capture_output=True)
    if done.returncode:
        raise SystemExit(f"openssl {arguments[0]}: {done.stderr.decode()}")
    return done.stdout


class Authority:
    """Signs certificates for this machine's own address."""

    def __init__(self, folder):
        self.folder, self.file = folder, os.path.join(folder, "authority.pem")
        self._key = os.path.join(folder, "authority.key")
        openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-keyout", self._key,
                "-out", self.file, "-subj", "/CN=House authority", "-addext", "basicConstraints=critical,CA:TRUE")

    def context(self, name="127.0.0.1"):
        """What a server of that address shows; it is trusted by whoever trusts the authority."""
        return self._context(name, ["-CA", self.file, "-CAkey", self._key])

    def stranger(self):
        """What a server shows that signed for itself."""
        return self._context("127.0.0.1", [], "stranger")

    def _context(self, name, signing, label="signed"):
        key, certificate = (os.path.join(self.folder, f"{label}-{name}.{end}") for end in ("key", "pem"))
        openssl("req", "-x509", *signing, "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
                "-keyout", key, "-out", certificate, "-subj", f"/CN={label}", "-addext", f"subjectAltName=IP:{name}")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        return context
