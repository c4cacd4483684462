import ArgumentParser
import FlywheelKit

/// `flywheel reorder`.
struct ReorderCommand: AnsweringCommand {
    static let examples = [
        "flywheel reorder", "flywheel reorder --supplier \"Northwind Supply\" --by 2026-11-27",
        "flywheel reorder --output orders.xlsx",
    ]
    static let configuration = CommandConfiguration.answering(
        "reorder", "Lists what to order, supplier by supplier, as open stock-outs ask for it.", examples: examples,
        exits: [.done, .failed, .unknown, .usage],
        discussion: """
            Quantities come in whole cases and no fewer than the supplier sells, as the
            newest rotation saw stock, demand and open orders. What an open order covers
            is not proposed again: import the order, then rotate. Sums of two currencies
            are never added.
            """,
        seeAlso: ["flywheel show", "flywheel import", "flywheel explain stock-out"])

    @Option(help: ArgumentHelp("Only what this supplier sells.", valueName: "name"))
    var supplier: String?

    @OptionGroup var place: PlaceOptions

    @Option(help: ArgumentHelp("Only what must be ordered by this day: 2026-11-27.", valueName: "day"), transform: day)
    var by: Day?

    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp("The file to write, .csv or .xlsx; - for standard output.", valueName: "file"))
    var output = "-"

    @OptionGroup var list: ListOptions
    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func answer(in surroundings: Surroundings) throws -> any Answer {
        let file = output == "-" ? nil : try ExportFile(output, stated: global.format)
        let session = try Session(global, surroundings)
        let whole = try session.orders(
            OrderFilter(
                supplier: supplier, account: place.account, marketplace: place.marketplaceID, orderBy: by))
        let answer = try list.fields?.selected(of: whole) ?? whole
        return try file?.exported(answer, of: "orders", on: session.clock) ?? answer
    }

    func format(for channel: Surroundings.Channel) -> OutputFormat {
        output == "-"
            ? global.format(for: channel) : ExportFile.answerFormat(of: output, stated: global.format)
    }

    private static func day(_ text: String) throws -> Day {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard text.count == 10, parts.count == 3, let year = parts[0], let month = parts[1], let date = parts[2],
            let day = Day(year: year, month: month, day: date)
        else { throw ValidationError("--by is \"\(text)\", expected a day such as 2026-11-27") }
        return day
    }
}
