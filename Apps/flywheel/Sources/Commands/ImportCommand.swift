import ArgumentParser
import FlywheelHost
import FlywheelKit
import Imports

/// `flywheel import`.
struct ImportCommand: AnsweringCommand {
    static let examples = [
        "flywheel import exports/*",
        "flywheel import --account northwind --marketplace US listings.txt orders.txt",
        "flywheel import --kind stock/1 --at 2026-11-20 --decimal comma warehouse.csv",
    ]
    static let configuration = CommandConfiguration.answering(
        "import", "Takes in files that marketplaces and other systems export.", examples: examples,
        exits: [.done, .failed, .partly, .waits, .usage],
        discussion: """
            What the files are is told by their headings. What they leave out, such as the marketplace, is taken from
            flags, else from file and folder names. The same file twice changes nothing.
            """)

    @Argument(help: ArgumentHelp("Files; a folder stands for the files in it.", valueName: "files"))
    var files: [String]

    @Option(help: ArgumentHelp("The account the files are of.", valueName: "name"))
    var account: String?

    @Option(help: ArgumentHelp("The marketplace, by id, name or domain: US.", valueName: "name"))
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
        let reports = try session.host.importFiles(
            files, context: context, actor: session.actor, now: session.now, progress: session.progress)
        return ImportAnswer(reports: reports)
    }

    private static func currency(_ code: String) throws -> Currency {
        guard let currency = Currency(code) else {
            throw ValidationError("--currency is \"\(code)\", expected three letters such as USD")
        }
        return currency
    }
}

/// The mark before decimals.
enum DecimalMark: String, CaseIterable, ExpressibleByArgument {
    case point, comma

    var style: DecimalStyle { self == .point ? .point : .comma }
}
