import Assessment
import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Learning
import Settings

/// A part of the problems as a person names it.
enum MetricPartName {
    case workflow(String)
    case kind(String)
    case owner(String)
    case account(String)
    case tier(Tier)
}

extension Session {
    /// All metrics, and of all workflows or one what they measure themselves.
    func metrics(of part: MetricPartName?, over span: MetricSpan) throws -> MetricsAnswer {
        let (scene, scope) = try metricScene(of: part, over: span)
        return MetricsAnswer(scene: scene, report: report(scene, scope), own: try ownMeasures(of: part))
    }

    /// What workflows measure of what came of their findings, as they have learned it by now; `nil` of a part that none of
    /// them learns from by itself, and to whoever may know of some accounts only, for they learn from all.
    private func ownMeasures(of part: MetricPartName?) throws -> [OwnMeasure]? {
        var stages = host.plan.stages
        switch part {
        case nil: break
        case .workflow(let id): stages.removeAll { $0.manifest.id != id }
        case .kind, .owner, .account, .tier: return nil
        }
        guard !(host.store is ScopedStore) else { return nil }
        let states = try host.store.stageStates()
        return try stages.sorted { $0.manifest.id < $1.manifest.id }.flatMap { stage in
            let (id, title) = (stage.manifest.id, stage.manifest.title)
            let state = states.first { $0.workflow == id } ?? StageState(workflow: id)
            return try stage.measure(state).map { OwnMeasure(workflow: id, title: title, measure: $0) }
        }
    }

    /// One metric, with what it is made of where that is asked for.
    func metric(
        _ metric: Metric, of part: MetricPartName?, over span: MetricSpan, withRows: Bool
    ) throws -> MetricAnswer {
        let (scene, scope) = try metricScene(of: part, over: span)
        let report = report(of: [metric] + metric.definition.beside, scene, scope)
        let rows = withRows ? MetricReader(scene.history).rows(of: metric, in: report.window, for: scope) : nil
        return MetricAnswer(scene: scene, report: report, parts: rows)
    }

    /// Metrics part by part.
    func metricComparison(
        by split: MetricSplit, metric: Metric?, over span: MetricSpan
    ) throws -> MetricComparisonAnswer {
        var (scene, _) = try metricScene(of: nil, over: span)
        if split == .account { try readTurns(of: scene.history.accounts.indices, into: &scene) }
        let metrics = metric.map { [$0] } ?? Metric.allCases
        return MetricComparisonAnswer(
            scene: scene, table: MetricReader(scene.history).table(of: metrics, by: split, in: scene.window),
            metric: metric)
    }

    private func report(
        of metrics: [Metric] = Metric.allCases, _ scene: MetricScene, _ scope: MetricScope
    ) -> MetricReport {
        MetricReader(scene.history).report(
            of: metrics, in: scene.window, for: scope, targets: targets.inUnits(of: scene.history.currency))
    }

    private func metricScene(
        of part: MetricPartName?, over span: MetricSpan
    ) throws -> (MetricScene, MetricScope) {
        let (rotation, _) = try currentRotation()
        let history = try history()
        let scope = try part.map { try $0.scope(in: history) } ?? .all
        let name = part.map { "\($0.split) \($0.name)" }
        var scene = MetricScene(
            history: history, rotation: rotation, part: name,
            partFlag: part.map { " --\($0.split.rawValue) \($0.name.shellWord)" } ?? "", span: span,
            window: try span.window(of: history, in: clock.zone))
        if case .account(let account?) = scope { try readTurns(of: CollectionOfOne(account), into: &scene) }
        return (scene, scope)
    }

    private func readTurns(of accounts: some Collection<Int>, into scene: inout MetricScene) throws {
        try HistoryReader(store: host.store, plan: host.plan).readTurns(
            of: accounts, since: scene.window.after, into: &scene.history)
    }
}

extension MetricPartName {
    var split: MetricSplit {
        switch self {
        case .workflow: .workflow
        case .kind: .kind
        case .owner: .owner
        case .account: .account
        case .tier: .tier
        }
    }

    var name: String {
        switch self {
        case .workflow(let name), .kind(let name), .owner(let name), .account(let name): name
        case .tier(let tier): tier.rawValue
        }
    }

    /// The part in a history.
    func scope(in history: WorkHistory) throws -> MetricScope {
        let scopes = split.scopes(of: history)
        guard let scope = scopes.first(where: { $0.name(in: history) == name }) else {
            let names = scopes.compactMap { $0.name(in: history) }
            let nearest = Nearest.word(to: name, of: names).map { "; did you mean \"\($0)\"?" } ?? ""
            throw Diagnostic(
                "unknown-part", "no problem is of \(split) \"\(name)\"\(nearest)",
                help: "flywheel metrics --by \(split.rawValue)", exit: .unknown)
        }
        return scope
    }
}
