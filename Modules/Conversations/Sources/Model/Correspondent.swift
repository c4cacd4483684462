/// A person or company as a source names them: personal data, all of it.
public struct Correspondent: Hashable, Sendable {
    /// The source's number for them.
    public var code: String?
    /// What they are called.
    public var name: String?
    /// Where they get their mail; a marketplace's relay address serves as well.
    public var address: String?

    /// A person or company.
    public init(code: String? = nil, name: String? = nil, address: String? = nil) {
        self.code = code
        self.name = name
        self.address = address
    }
}
