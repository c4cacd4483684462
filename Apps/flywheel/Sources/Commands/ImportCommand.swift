import ArgumentParser
import FlywheelHost
import FlywheelKit
import Foundation
import Imports

/// `flywheel import`.
struct ImportCommand: AnsweringCommand {
    static let examples = [
        "flywheel import exports/*",
        "flywheel import --account northwind --marketplace US listings.txt orders.txt",
        "zcat stock.csv.gz | flywheel import --kind stock/1 --at 2026-11-20 --decimal comma -",
    ]
    static let configuration = CommandConfiguration.answering(
        "import", "Takes in files that marketplaces and other systems export.", examples: examples,
        exits: [.done, .failed, .partly, .waits, .usage],
        discussion: """
            What the files are is told by their headings. What they leave out, such as the marketplace, is taken from
            flags, else from file and folder names. The same file twice changes nothing.
            """, seeAlso: ["flywheel imports", "flywheel rotate", "flywheel explain quarantined"])

    @Argument(
        help: ArgumentHelp("Files; a folder stands for the files in it, - for standard input.", valueName: "files"))
    var files: [String]

    @Option(
        help: ArgumentHelp("The account the files are of.", valueName: "name"),
        completion: .custom { words, _, _ in Completions.accounts(words) })
    var account: String?

    @Option(
        help: ArgumentHelp("The marketplace, by id, name or domain: US.", valueName: "name"),
        completion: Completions.marketplaces)
    var marketplace: String?

    @Option(
        help: ArgumentHelp("The currency of amounts that name none: USD.", valueName: "code"), transform: currency)
    var currency: Currency?

    @Option(
        help: ArgumentHelp("When the contents were true; a day means its end.", valueName: "instant"),
        transform: Moment.init(argument:))
    var at: Moment?

    @Option(help: ArgumentHelp("What the files are: \"Amazon orders\", or a feed such as orders/1.", valueName: "kind"))
    var kind: String?

    @Option(help: "The mark before decimals: point or comma.")
    var decimal: DecimalMark?

    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func answer(in surroundings: Surroundings) throws -> any Answer {
        let session = try Session(global, surroundings, for: .creating)
        let zones = session.host.zones
        let context = ImportContext(
            account: account, marketplace: marketplace, currency: currency, at: at?.instant(in: session.clock.zone),
            decimal: decimal?.style, kind: kind, zone: { zones.zone($0) })
        let input = try files.contains("-") ? SavedInput(from: surroundings.inputBytes) : nil
        var reports = try session.host.importFiles(
            files.map { $0 == "-" ? input?.path ?? $0 : $0 }, context: context, actor: session.actor, now: session.now
        ) { session.progress.say($0.words) }
        for index in reports.indices where reports[index].path == input?.path { reports[index].path = "-" }
        return ImportAnswer(reports: reports, warnings: marketplaceWarning.map { [$0] } ?? [])
    }

    /// What may be a slip: facts of a marketplace that nobody knows stand apart from those of every other.
    private var marketplaceWarning: String? {
        guard let marketplace, Marketplace.named(marketplace) == nil else { return nil }
        let names = Marketplace.directory.flatMap { [$0.name, $0.domain, $0.id] }
        // Of two letters, any other two are near.
        let near =
            names.first { marketplace.uppercased().hasPrefix($0) }
            ?? (marketplace.count > 2 ? Nearest.word(to: marketplace, of: names) : nil)
        return "\"\(marketplace)\" is no marketplace that is known, so its zone and currency are not"
            + (near.map { "; did you mean \"\($0)\"?" } ?? "")
    }

    private static func currency(_ code: String) throws -> Currency {
        let codes = Locale.Currency.isoCurrencies.map { $0.identifier.uppercased() }
        guard let currency = Currency(code), codes.contains(currency.code) else {
            let nearest = Nearest.word(to: code, of: Marketplace.directory.map(\.currency.code))
            throw ValidationError(
                "--currency is \"\(code)\", expected a code of ISO 4217 such as USD"
                    + (nearest.map { "; did you mean \"\($0)\"?" } ?? ""))
        }
        return currency
    }
}

/// The mark before decimals.
enum DecimalMark: String, CaseIterable, ExpressibleByArgument {
    case point, comma

    var style: DecimalStyle { self == .point ? .point : .comma }
}
