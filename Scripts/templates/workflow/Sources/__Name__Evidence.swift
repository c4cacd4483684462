/// What a person needs to check the claim.
public struct __Name__Evidence: Hashable, Codable, Sendable {
    /// Units reported in the days looked at.
    public let reported: Int
    /// Units sold in the same days.
    public let sold: Int

    /// The part of what was sold that is reported, 0 to 1; all of it where nothing was sold.
    var share: Double { reported < sold ? Double(reported) / Double(sold) : 1 }
}
