import ArgumentParser

/// The flags that say which listing of a SKU is meant.
struct ListingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The account, where several have the SKU.", valueName: "name"),
        completion: .custom { words, _, _ in Completions.accounts(words) })
    var account: String?

    @Option(
        help: ArgumentHelp("The marketplace, where it is sold on several.", valueName: "name"),
        completion: Completions.marketplaces)
    var marketplace: String?
}
