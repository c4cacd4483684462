import FlywheelWeb
import HTTPTypes
import OpenID
import People

extension Problem {
    /// Any error, as the answer to a request.
    init(of error: any Error, clock: WallClock) {
        switch error {
        case let problem as Problem: self = problem
        case let error as PeopleError: self.init(error)
        case let error as OpenIDError: self.init(error)
        default: self.init(Diagnostic(error, clock: clock))
        }
    }

    /// What a command would have said on standard error, as the answer to a request.
    init(_ diagnostic: Diagnostic) {
        self.init(
            HTTPResponse.Status(of: diagnostic), diagnostic.code,
            ([diagnostic.sentence] + diagnostic.notes).joined(separator: "; "), help: diagnostic.help,
            place: diagnostic.place, headers: Self.waiting[diagnostic.code].map { [.retryAfter: String($0)] } ?? [:])
    }

    /// What goes by of itself, and after how many seconds it is worth asking again: two that rotate at once are done with it
    /// when one of them has.
    private static let waiting = ["overtaken": 5]
}

extension HTTPResponse.Status {
    /// Some of it went otherwise than the rest; the document says which (RFC 4918, 13).
    static let multiStatus = HTTPResponse.Status(code: 207, reasonPhrase: "Multi-Status")
    /// A change has to say what it was decided on (RFC 6585, 3).
    static let preconditionRequired = HTTPResponse.Status(code: 428, reasonPhrase: "Precondition Required")

    /// Nothing more can be kept; reading goes on (RFC 4918, 11.5).
    static let insufficientStorage = HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage")

    /// Failures that are the server's: nobody who asks could have known better. Any other says what has to be there first,
    /// such as a rotation.
    private static let own: Set = [
        "unexpected", "store", "newer-store", "file", "output", "workflows", "case-unreadable",
    ]

    /// The status that says what was refused.
    init(of diagnostic: Diagnostic) {
        switch diagnostic.exit {
        case .failed where diagnostic.code == "no-room": self = .insufficientStorage
        // What cannot be an id names nothing.
        case .usage where diagnostic.code == "id": self = .notFound
        case .failed where !Self.own.contains(diagnostic.code): self = .conflict
        default: self.init(of: diagnostic.exit)
        }
    }

    /// The status that says what a command's exit code says.
    init(of exit: Exit) {
        self =
            switch exit {
            case .done, .waits: .ok
            case .partly: .multiStatus
            // It could be read, and means nothing here.
            case .usage: .unprocessableContent
            case .unknown: .notFound
            case .notAllowed: .forbidden
            case .refused: .conflict
            case .failed: .internalServerError
            case .interrupted: .serviceUnavailable
            }
    }
}
