import FlywheelHost
import FlywheelKit
import FlywheelRuntime

/// The words that answers use, each explained in a few sentences.
enum Glossary {
    struct Entry: Hashable {
        let word: String
        let meaning: String
        /// The command to look with.
        let command: String

        init(_ word: String, _ meaning: String, _ command: String) {
            self.word = word
            self.meaning = meaning
            self.command = command
        }
    }

    /// All words, by the alphabet; each once.
    static func entries(of stages: [InstalledStage]) throws -> [Entry] {
        let feeds = Host.feeds(of: try Plan(stages)).map(Entry.init)
        let kinds = stages.map(\.manifest).flatMap { stage in stage.kinds.map { Entry($0, of: stage) } }
        let knobs = stages.flatMap(\.knobs).map(Entry.init)
        var seen: Set<String> = []
        let ofCases: [Entry] = cases + desk + disputes + privacy + triage + sla + commitments
        let ofLoop: [Entry] = loop + habits + metrics + stall + assess + simulations
        let ofServing: [Entry] = serving + pages + people + outbox + refusals
        return (terms + ofServing + states + changes + ofLoop + ofCases + errors + imports + feeds + kinds + knobs)
            .filter {
                seen.insert($0.word).inserted
            }
            .sorted { $0.word < $1.word }
    }
}

extension Glossary.Entry {
    /// A feed, with what a file of it has to say.
    fileprivate init(_ feed: Feed) {
        let columns = feed.columns.map(\.name).joined(separator: ", ")
        self.init(
            feed.key.text,
            "The feed \"\(feed.title)\", with the columns \(columns). It is stale after"
                + " \(WallClock.span(Int64(feed.freshForDays * 86_400))).", "flywheel imports")
    }

    /// A number that steers what a workflow finds.
    init(_ knob: InstalledKnob) {
        let name = "\(knob.workflow).\(knob.name)"
        let range = "from \(knob.range.lowerBound.plain) to \(knob.range.upperBound.plain)"
        let about = knob.about.isEmpty ? "A number of \(knob.workflow)" : knob.about
        let looser = knob.isLooserHigher ? "Higher" : "Lower"
        self.init(
            name, "\(about). \(looser) finds more; \(range), \(knob.initial.plain) at first.",
            "flywheel thresholds show \(name)")
    }

    /// A kind of problem.
    fileprivate init(_ kind: FindingKind, of stage: StageManifest) {
        self.init(
            kind.id, "\(kind.title.capitalizedFirst), found by \(stage.title).",
            "flywheel queue --workflow \(stage.id)")
    }
}
