"""Grids made and signed by other means than the program's own."""
import base64, hashlib, json
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from console import ROOT

TYPE = "jury-grid+json"


def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


class Juror:
    def __init__(self, name, seed):
        self.name, self.seed = name, bytes([seed]) * 32
        self.key = Ed25519PrivateKey.from_private_bytes(self.seed)
        self.x = b64(self.key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))
        self.kid = b64(hashlib.sha256(canonical({"crv": "Ed25519", "kty": "OKP", "x": self.x})).digest())

    def header(self, **changes):
        header = {"alg": "EdDSA", "at": "2026-12-01T09:31:49.160+01:00", "capacity": "Membre du jury", "juror": self.name,
                  "kid": self.kid, "typ": TYPE, **changes}
        return {name: value for name, value in header.items() if value is not None}

    def sign(self, payload, header=None):
        """An entry of `signatures`: a header, given as an object or as its very bytes, honestly signed."""
        protected = header if isinstance(header, bytes) else canonical(header or self.header())
        return {"protected": b64(protected), "signature": b64(self.key.sign(f"{b64(protected)}.{b64(payload)}".encode()))}

    @property
    def signer(self):
        return {"capacity": "Membre du jury", "company": "Société", "juror": self.name, "name": self.name.title(),
                "key": {"crv": "Ed25519", "kid": self.kid, "kty": "OKP", "x": self.x}, "post": "Poste",
                "thumbprint": self.kid}


JURORS = [Juror(name, seed) for seed, name in enumerate(["amina", "bruno", "chloe", "david", "elif"], 1)]
STRANGER = Juror("amina", 99)


def content(**changes):
    """A sample grid's content, to be signed by the five."""
    with open(f"{ROOT}/sample-sessions/block2/grids/muller.grid.json") as file:
        payload = json.load(file)["payload"]
    grid = json.loads(base64.urlsafe_b64decode(payload + "=="))
    grid["signers"] = [juror.signer for juror in JURORS]
    return {**grid, **changes}


def sealed(payload, signatures=None, **others):
    return {"payload": b64(payload), "signatures": [juror.sign(payload) for juror in JURORS] if signatures is None
            else signatures, **others}
