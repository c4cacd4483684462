/// What a case is known by across imports: the same name twice is the same case.
public struct CaseKey: Hashable, Sendable, Codable {
    /// The system it comes from.
    public let source: String
    /// The seller account it belongs to.
    public let account: String
    /// Its number there.
    public let code: String

    /// A case's name.
    public init(source: String, account: String, code: String) {
        self.source = source
        self.account = account
        self.code = code
    }
}
