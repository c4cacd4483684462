import ArgumentParser
import Assessment
import FlywheelKit
import FlywheelRuntime
import Settings

/// `flywheel metrics`.
struct MetricsCommand: ListingCommand {
    static let examples = [
        "flywheel metrics time-to-own --rows --tier A", "flywheel metrics open-exposure --by kind",
        "flywheel metrics --by owner --month 2026-10",
    ]
    static let configuration = CommandConfiguration.answering(
        "metrics", "Shows how the work goes: every metric, its course, its target, and the rows behind it.",
        examples: examples, exits: [.done, .failed, .unknown, .usage],
        discussion: """
            With a KEY it tells what that metric means and how it went week by week; with
            --rows, the problems or turns it is made of. Weeks end now and not on a Sunday,
            so that none is cut short; of a month or of days the first week may be, and
            what is to come of them is left out. With a KEY and --by, each part has its
            course: open-exposure --by kind is revenue at risk by category; what people
            added and what a workflow left that is switched off are parts of their own, such as
            desk. With --workflow it ends with what that workflow measures itself, of all
            outcomes so far. An owner is who closed a problem, or who claimed it last where
            nobody closed it. Targets stand in flywheel.yaml under metrics: targets:
            """,
        seeAlso: ["flywheel explain time-to-resolution", "flywheel warnings", "flywheel schema metrics"])

    @Argument(
        help: ArgumentHelp("One metric.", valueName: "key"), completion: .list(Metric.allCases.map(\.rawValue)),
        transform: metric)
    var key: Metric?

    @Option(
        help: ArgumentHelp("Compares by workflow, kind, owner, account or tier.", valueName: "parts"),
        completion: .list(MetricSplit.allCases.map(\.rawValue)), transform: split)
    var by: MetricSplit?

    @OptionGroup var time: SpanOptions

    @Flag(help: "Lists the problems or turns that a metric is made of.")
    var rows = false

    @Option(
        help: ArgumentHelp("Only this workflow's problems.", valueName: "name"),
        completion: .list(workflows.map(\.manifest.id)), transform: { $0.lowercased() })
    var workflow: String?

    @Option(
        help: ArgumentHelp("Only this kind of problem.", valueName: "name"),
        completion: .list(workflows.flatMap(\.manifest.kinds).map(\.id)))
    var kind: String?

    @Option(
        help: ArgumentHelp("Only problems this person closed, or claimed last while nobody did.", valueName: "name"),
        completion: .custom { words, _, _ in Completions.owners(words) })
    var owner: String?

    @Option(help: ArgumentHelp("Only this seller account's.", valueName: "name"))
    var account: String?

    @Option(
        help: "Only tier A, B or C.", completion: .list(Tier.allCases.map(\.rawValue)), transform: QueueCommand.tier)
    var tier: Tier?

    @OptionGroup var list: ListOptions
    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func validate() throws {
        guard !rows || key != nil else { throw ValidationError("--rows needs a KEY, such as time-to-own") }
        guard !rows || by == nil else { throw ValidationError("--rows and --by do not go together") }
        guard parts.count + (by == nil ? 0 : 1) <= 1 else {
            throw ValidationError("expected one of --by, --workflow, --kind, --owner, --account and --tier")
        }
    }

    /// The flags that pick a part of the problems.
    private var parts: [MetricPartName] {
        [
            workflow.map(MetricPartName.workflow), kind.map(MetricPartName.kind), owner.map(MetricPartName.owner),
            account.map(MetricPartName.account), tier.map(MetricPartName.tier),
        ].compactMap(\.self)
    }

    func answer(in surroundings: Surroundings) throws -> any Answer {
        let session = try Session(global, surroundings)
        let span = try time.span
        if let by { return try session.metricComparison(by: by, metric: key, over: span) }
        guard let key else { return try session.metrics(of: parts.first, over: span) }
        return try session.metric(key, of: parts.first, over: span, withRows: rows)
    }

    private static func metric(_ text: String) throws -> Metric {
        guard let metric = Metric(rawValue: text.lowercased()) else {
            let keys = Metric.allCases.map(\.rawValue)
            let nearest = Nearest.word(to: text, of: keys).map { "; did you mean \"\($0)\"?" } ?? ""
            throw ValidationError("\"\(text)\" is no metric, expected one of \(keys.joined(separator: ", "))\(nearest)")
        }
        return metric
    }

    private static func split(_ text: String) throws -> MetricSplit {
        guard let split = MetricSplit(rawValue: text) else {
            let words = MetricSplit.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--by is \"\(text)\", expected one of \(words)")
        }
        return split
    }
}
