import ArgumentParser
import FlywheelHost
import FlywheelKit
import Imports

/// `flywheel import`.
struct ImportCommand: AnsweringCommand {
    static let examples = [
        "flywheel import exports/*",
        "flywheel import --account northwind --marketplace US --mapping shop.yaml stock.csv",
        "zcat stock.csv.gz | flywheel import --kind stock/1 --at 2026-11-20 --decimal comma -",
    ]
    static let configuration = CommandConfiguration.answering(
        "import", "Takes in files that marketplaces and other systems export.", examples: examples,
        exits: [.done, .failed, .partly, .waits, .usage],
        discussion: """
            What the files are is told by their headings. What they leave out, such as the marketplace, is taken from
            flags, else from file and folder names. The same file twice changes nothing. A complete list that was
            written anew is another look; where it says what an older one did, and not the newest, it waits for you.

            A mapping names a kind and what headings mean, and may state what flags state:

              kind: stock
              decimal: comma
              columns: {Artikel: sku, Menge: fulfillable}
            """, seeAlso: ["flywheel imports", "flywheel rotate", "flywheel explain quarantined"])

    @Argument(
        help: ArgumentHelp("Files; a folder stands for the files in it, - for standard input.", valueName: "files"))
    var files: [String]

    @OptionGroup(title: "What files leave out")
    var source: SourceOptions

    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func answer(in surroundings: Surroundings) throws -> any Answer {
        let session = try Session(global, surroundings, for: .creating)
        try session.requireReal("import")
        let source = source.stated
        let context = try source.context(in: session)
        let input = try files.contains("-") ? SavedInput(from: surroundings.inputBytes) : nil
        var reports = try session.host.importFiles(
            files.map { $0 == "-" ? input?.path ?? $0 : $0 }, context: context, actor: session.actor, now: session.now
        ) { session.progress.say($0.words) }
        for index in reports.indices where reports[index].path == input?.path { reports[index].path = "-" }
        return ImportAnswer(reports: reports, warnings: source.warnings, statesDecimal: context.decimal != nil)
    }
}
