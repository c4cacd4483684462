/// What findings of many rows have in common: one cause, and one fix for all of them.
///
/// A row alone cannot know that others have its problem, so a stage learns its groups by a survey
/// (``Surveying/fit(_:after:)``). The host makes one exception of each group, about the account, which the findings of its
/// rows stand beneath; it counts for what they count for, and nothing is added to any total.
public struct FindingGroup: Hashable, Sendable {
    /// What kind of problem the whole is, one of the kinds in the stage's manifest; no finding of a row has this kind.
    public let kind: FindingKind
    /// Tells apart groups of one kind on one account: a code and when it began, never localised text. The same group keeps
    /// it as long as any row belongs to it.
    public let discriminator: String
    /// When the first of them began, where the facts say so.
    public let onset: Instant?

    /// Names a group.
    public init(_ kind: FindingKind, discriminator: String, since onset: Instant?) {
        self.kind = kind
        self.discriminator = discriminator
        self.onset = onset
    }
}
