import ArgumentParser
import FlywheelHost

/// `flywheel listings`.
struct ListingsCommand: ListingCommand {
    static let examples = [
        "flywheel listings", "flywheel listings --search mug", "flywheel listings --all --format csv",
    ]
    static let configuration = CommandConfiguration.answering(
        "listings", "Lists listings on which something is open, most at risk first, those a search finds, or all.",
        examples: examples, exits: [.done, .failed, .usage],
        seeAlso: ["flywheel listing", "flywheel queue"])

    @Option(help: ArgumentHelp("Only those whose SKU or title holds this.", valueName: "text"))
    var search: String?

    @Flag(help: "Those too on which nothing is open.")
    var all = false

    @OptionGroup var list: ListOptions
    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func answer(in surroundings: Surroundings) throws -> any Answer {
        try Session(global, surroundings).listings(holding: search, all: all)
    }
}

extension ListingsCommand: PartedCommand {
    func part(_ page: ListPage, in surroundings: Surroundings) throws -> AnswerPart? {
        guard search?.isEmpty ?? true, !all else { return nil }
        return try Session(global, surroundings).listings(on: page)
    }
}

/// `flywheel listing`.
struct OneListingCommand: AnsweringCommand {
    static let examples = [
        "flywheel listing HB-204-BLK", "flywheel listing HB-204-BLK --marketplace US",
        "flywheel listing HB-204-BLK --format json",
    ]
    static let configuration = CommandConfiguration.answering(
        "listing", "Shows everything about one listing: problems, offer, stock, forecast, changes and cases.",
        examples: examples, exits: [.done, .failed, .refused, .unknown, .usage],
        seeAlso: ["flywheel show", "flywheel forecast"])

    @Argument(help: ArgumentHelp("The listing.", valueName: "sku"))
    var sku: String

    @OptionGroup var place: ListingOptions

    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func answer(in surroundings: Surroundings) throws -> any Answer {
        let session = try Session(global, surroundings)
        return try session.everything(
            of: try session.host.listing(sku, account: place.account, marketplace: place.marketplace))
    }
}
