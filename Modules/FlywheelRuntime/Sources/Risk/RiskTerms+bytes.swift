extension RiskTerms {
    /// The terms as the store keeps them.
    public var bytes: [UInt8] { get throws { Array(try CanonicalJSON.text(self).utf8) } }

    /// The terms of those bytes.
    public init(bytes: [UInt8]) throws {
        self = try CanonicalJSON.value(RiskTerms.self, from: String(decoding: bytes, as: UTF8.self))
    }
}
