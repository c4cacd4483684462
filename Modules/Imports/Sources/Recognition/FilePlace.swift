import Calendars
public import FlywheelKit

/// Whose a file is and when it was true, as far as a person and the names of the file and of its folders say.
public struct FilePlace: Hashable, Sendable {
    /// The account.
    public let account: Sourced<String>
    /// The marketplace, by its id.
    public let marketplace: Sourced<String>
    /// When its contents were true.
    public let effectiveAt: Sourced<Instant>

    /// The place of the file at `path`. What `context` states goes before what names say; a day that a name says is
    /// counted in `context`'s zone of the marketplace, at home where that is not known.
    public init(of path: String, _ context: ImportContext) {
        let origin = FileOrigin(path: path)
        account =
            context.account.map { Sourced($0, .stated) } ?? origin.account
            ?? context.accountBeside ?? Sourced(Subject.nowhere, .assumed)
        marketplace =
            context.marketplace.map { Sourced(Marketplace.named($0)?.id ?? $0, .stated) } ?? origin.marketplace
            ?? Sourced(Subject.nowhere, .assumed)
        let zone = Marketplace.named(marketplace.value).flatMap { context.zone($0.zone) } ?? context.home
        effectiveAt = origin.effectiveAt(context, zone: zone)
    }
}
