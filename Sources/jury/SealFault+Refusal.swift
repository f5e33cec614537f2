import Evaluation
import Seal

extension SealFault {
  /// What is told to the person.
  var refusal: Refusal { Refusal(reason, hint: hint, code: code) }

  /// The fault as a sentence, without a capital or a full stop.
  var reason: Phrase {
    switch self {
    case .notJSON, .notCanonical, .notAnObject, .unknownMember, .missingMember, .wrongMember, .notBase64URL: form
    case .algorithmRefused, .embeddedKey, .criticalExtension, .unencodedPayload, .unprotectedHeader, .wrongType,
      .wrongJuror, .badSignature, .swappedSignature, .alreadySigned:
      signing
    case .keyKindRefused, .privateMember, .wrongKeyLength, .nonCanonicalPoint, .smallOrderPoint, .thumbprintMismatch:
      publicKey
    case .formatRefused, .costRefused, .emptyPassphrase, .wrongPassphrase, .keyMismatch, .cryptographyFailed: keyFile
    }
  }

  private var form: Phrase {
    switch self {
    case .notJSON(let part, let fault):
      if case .duplicateMember(let name) = fault.reason {
        Phrase("\(part.name.fr) : « \(name) » figure deux fois", "\(part.name.en): “\(name)” stands twice")
      } else {
        Phrase(
          "\(part.name.fr) : JSON illisible, ligne \(fault.line), colonne \(fault.column)",
          "\(part.name.en): unreadable JSON, line \(fault.line), column \(fault.column)")
      }
    case .notCanonical(let part):
      Phrase(
        "\(part.name.fr) : le texte n'a pas la forme exacte qui se signe",
        "\(part.name.en): the text is not in the exact form that is signed")
    case .unknownMember(let part, let name):
      Phrase("\(part.name.fr) : « \(name) » n'a rien à y faire", "\(part.name.en): “\(name)” has no place there")
    case .missingMember(let part, let name):
      Phrase("\(part.name.fr) : « \(name) » manque", "\(part.name.en): “\(name)” is missing")
    case .wrongMember(let part, let name):
      Phrase("\(part.name.fr) : valeur de « \(name) » refusée", "\(part.name.en): value of “\(name)” refused")
    case .notBase64URL(let part, let name):
      Phrase(
        "\(part.name.fr) : « \(name) » n'est pas du base64url exact",
        "\(part.name.en): “\(name)” is not exact base64url")
    case .notAnObject(let part): Phrase("\(part.name.fr) : objet JSON attendu", "\(part.name.en): JSON object expected")
    default: Phrase(name, name)
    }
  }

  private var signing: Phrase {
    switch self {
    case .algorithmRefused(let name):
      Phrase("algorithme « \(name) » refusé : EdDSA seulement", "algorithm “\(name)” refused: only EdDSA")
    case .embeddedKey(let name):
      Phrase("la signature apporte sa propre clé (« \(name) »)", "the signature brings its own key (“\(name)”)")
    case .criticalExtension:
      Phrase("la signature exige une extension (« crit »)", "the signature asks for an extension (“crit”)")
    case .unencodedPayload:
      Phrase("la signature change ce qui est signé (« b64 »)", "the signature changes what is signed (“b64”)")
    case .unprotectedHeader:
      Phrase("un en-tête n'est pas protégé par la signature", "a header is not protected by the signature")
    case .wrongType(let found, let expected):
      Phrase(
        "signature d'un autre document : « \(found) », « \(expected) » attendu",
        "signature of another kind of document: “\(found)”, “\(expected)” expected")
    case .wrongJuror(let found, let expected):
      Phrase(
        "la signature se dit de « \(found) », la clé est celle de « \(expected) »",
        "the signature says “\(found)”, the key is that of “\(expected)”")
    case .badSignature:
      Phrase(
        "la signature n'est pas celle de ce texte par cette clé", "the signature is not this key's for this text")
    case .swappedSignature(let owner):
      Phrase(
        "la signature est celle de « \(owner) », sous l'en-tête d'un autre",
        "the signature is that of “\(owner)”, under another's header")
    case .alreadySigned(let kid): Phrase("la clé \(kid) a déjà signé", "key \(kid) has already signed")
    default: Phrase(name, name)
    }
  }

  private var publicKey: Phrase {
    switch self {
    case .keyKindRefused(let kind):
      Phrase("clé « \(kind) » refusée : Ed25519 seulement", "key “\(kind)” refused: only Ed25519")
    case .privateMember:
      Phrase(
        "une clé privée (« d ») est là où va une clé publique", "a private key (“d”) stands where a public one goes")
    case .wrongKeyLength(let bytes):
      Phrase("la clé a \(bytes) octets au lieu de 32", "the key has \(bytes) bytes instead of 32")
    case .nonCanonicalPoint:
      Phrase("la clé publique n'est pas écrite sous sa forme unique", "the public key is not in its unique form")
    case .smallOrderPoint:
      Phrase("clé publique faible : n'importe qui signerait avec elle", "weak public key: anyone could sign with it")
    case .thumbprintMismatch(let found, let expected):
      Phrase(
        "empreinte « \(found) » au lieu de « \(expected) »", "thumbprint “\(found)” instead of “\(expected)”")
    default: Phrase(name, name)
    }
  }

  private var keyFile: Phrase {
    switch self {
    case .formatRefused(let format):
      Phrase("format de clé « \(format) » inconnu", "unknown key format “\(format)”")
    case .costRefused(let parameter, let value):
      Phrase("coût de dérivation refusé : \(parameter) = \(value)", "derivation cost refused: \(parameter) = \(value)")
    case .emptyPassphrase: Phrase("la phrase secrète est vide", "the passphrase is empty")
    case .wrongPassphrase:
      Phrase("phrase secrète fausse, ou fichier de clé modifié", "wrong passphrase, or the key file was changed")
    case .keyMismatch:
      Phrase(
        "la clé privée du fichier n'est pas celle de sa clé publique",
        "the file's private key is not that of its public key")
    case .cryptographyFailed:
      Phrase("la bibliothèque de cryptographie a échoué", "the cryptographic library failed")
    default: Phrase(name, name)
    }
  }

  private var hint: Phrase? {
    switch self {
    case .wrongPassphrase:
      Phrase("Vérifiez le verrouillage des majuscules et recommencez.", "Check caps lock and try again.")
    case .privateMember:
      Phrase(
        "Cette clé n'est plus secrète : créez-en une autre (jury keys new) et n'exportez que la clé publique.",
        "This key is no longer secret: make another (jury keys new) and export only the public key.")
    case .cryptographyFailed:
      Phrase("Il faut environ 130 Mo de mémoire libre.", "About 130 MB of free memory are needed.")
    default: nil
    }
  }

  private var code: ExitCode {
    switch self {
    case .wrongPassphrase: .noPermission
    case .emptyPassphrase, .alreadySigned: .usage
    case .cryptographyFailed: .software
    default: .badData
    }
  }
}

extension SealFault.Part {
  /// As messages call it.
  fileprivate var name: Phrase {
    switch self {
    case .envelope: Phrase("document signé", "signed document")
    case .payload: Phrase("contenu signé", "signed content")
    case .signature: Phrase("signature", "signature")
    case .header: Phrase("en-tête de signature", "signature header")
    case .refusal: Phrase("refus de signer", "refusal to sign")
    case .publicKey: Phrase("clé publique", "public key")
    case .keyFile: Phrase("fichier de clé", "key file")
    }
  }
}
