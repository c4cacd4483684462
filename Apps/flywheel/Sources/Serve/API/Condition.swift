import FlywheelWeb

/// What has to hold before an operation changes anything. Every change has one: a record is changed as it was seen, and
/// whatever else is asked for is done once, however often it is sent.
enum Condition: Sendable {
    /// The record that the path names is still the one that was seen; under a word of the sender's own it is changed once as
    /// well, and the answer may show a secret.
    case unchanged(VersionedRecord, showsSecret: Bool = false)
    /// The request was not carried out before.
    case once
    /// The same of a request whose answer shows a secret: the word it is sent under is one that nobody guesses.
    case onceInSecret

    /// The headers that say so.
    var parameters: [Operation.Parameter] {
        switch self {
        case .unchanged(let record, _): [record.ifMatch, .idempotencyKey(least: leastWord, isRequired: false)]
        case .once, .onceInSecret: [.idempotencyKey(least: leastWord, isRequired: true)]
        }
    }

    /// The fewest characters of the word that something is done once under.
    var leastWord: Int {
        switch self {
        case .onceInSecret, .unchanged(_, showsSecret: true): RequestSeal.leastSecretWord
        case .once, .unchanged: 1
        }
    }

    /// The statuses of what is refused for it.
    var refusals: Set<Int> {
        switch self {
        case .unchanged: [400, 409, 412, 422, 428]
        case .once, .onceInSecret: [400, 409, 422]
        }
    }
}

extension VersionedRecord {
    /// The version that a change was decided on.
    var ifMatch: Operation.Parameter {
        Operation.Parameter(
            "If-Match", in: .header,
            "The version that was seen, in quotes, or the ETag of GET \(API.prefix)\(place).", isRequired: true)
    }
}

extension Operation.Parameter {
    /// The JSON Schema of a part of a path: an id is a letter and a number, so that no other address looks like one.
    static func schema(ofPath name: String) -> String {
        name == "id" ? #"{"type":"string","pattern":"^[A-Za-z]?[1-9][0-9]{0,17}$"}"# : #"{"type":"string"}"#
    }

    /// Names what is to be done once.
    fileprivate static func idempotencyKey(least: Int, isRequired: Bool) -> Operation.Parameter {
        Operation.Parameter(
            "Idempotency-Key", in: .header,
            "A word of the sender's own, such as a UUID. Sent again within a day, it is given the same answer and nothing is done.",
            isRequired: isRequired, schema: "{\"type\":\"string\",\"pattern\":\"^[!-~]{\(least),255}$\"}")
    }
}
