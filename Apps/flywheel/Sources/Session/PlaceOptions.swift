import ArgumentParser
import FlywheelKit

/// The flags that say whose listings are meant, and where.
struct PlaceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Only this account's.", valueName: "name"),
        completion: .custom { words, _, _ in Completions.accounts(words) })
    var account: String?

    @Option(
        help: ArgumentHelp("Only on this marketplace, by id, name or domain: US.", valueName: "name"),
        completion: Completions.marketplaces)
    var marketplace: String?

    /// The marketplace by its id.
    var marketplaceID: String? { marketplace.map { Marketplace.named($0)?.id ?? $0 } }

    var filter: PlaceFilter { PlaceFilter(account: account, marketplace: marketplaceID) }
}
