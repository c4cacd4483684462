import FlywheelWeb
import HTTPTypes

extension Problem {
    /// What a command would have said on standard error, as the answer to a request.
    init(_ diagnostic: Diagnostic) {
        self.init(
            HTTPResponse.Status(of: diagnostic.exit), diagnostic.code,
            ([diagnostic.sentence] + diagnostic.notes).joined(separator: "; "), help: diagnostic.help,
            place: diagnostic.place)
    }
}

extension HTTPResponse.Status {
    /// The status that says what a command's exit code says.
    init(of exit: Exit) {
        self =
            switch exit {
            case .done, .waits: .ok
            case .partly: HTTPResponse.Status(code: 207, reasonPhrase: "Multi-Status")
            case .usage: .badRequest
            case .unknown: .notFound
            case .notAllowed: .forbidden
            case .refused: .conflict
            case .failed: .internalServerError
            case .interrupted: .serviceUnavailable
            }
    }
}
