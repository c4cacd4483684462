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
        /// What else people call it, in tables or in the trade.
        var names: [String]

        init(_ word: String, _ meaning: String, _ command: String, names: [String] = []) {
            self.word = word
            self.meaning = meaning
            self.command = command
            self.names = names
        }

        /// Whether that is its word or one of its names, however it is written.
        func isCalled(_ text: String) -> Bool {
            ([word] + names).contains { Self.plain($0) == Self.plain(text) }
        }

        private static func plain(_ name: String) -> String { name.lowercased().replacing(" ", with: "-") }
    }

    /// All words, by the alphabet; each once.
    static func entries(of stages: [InstalledStage]) throws -> [Entry] {
        let manifests = stages.map(\.manifest)
        let feeds = Host.feeds(of: try Plan(stages)).map(Entry.init)
        let kinds = manifests.flatMap { stage in stage.kinds.map { Entry($0, of: stage) } }
        let knobs = stages.flatMap(\.knobs).map(Entry.init)
        var seen: Set<String> = []
        let ofCases: [Entry] = cases + desk + disputes + privacy + triage + sla + commitments + articles
        let ofLoop: [Entry] = wheel + loop + habits + metrics + stall + assess + simulations
        let ofServing: [Entry] = serving + pages + people + outbox + refusals
        let ofStages: [Entry] = feeds + kinds + knobs + manifests.map(Entry.init)
        let entries = (terms + ofServing + states + changes + ofLoop + ofCases + errors + imports + ofStages)
            .filter { seen.insert($0.word).inserted }
        return entries.adding(causes(of: manifests)).sorted { $0.word < $1.word }
    }

    /// The root causes of all workflows; several may have one of a word, and mean the same by it or not.
    private static func causes(of manifests: [StageManifest]) -> [Entry] {
        var meanings: [(cause: RootCause, workflows: [String])] = []
        for manifest in manifests {
            for cause in manifest.rootCauses {
                if let known = meanings.firstIndex(where: { $0.cause == cause }) {
                    meanings[known].workflows.append(manifest.title)
                } else {
                    meanings.append((cause, [manifest.title]))
                }
            }
        }
        return meanings.map { cause, workflows in
            Entry(cause.id, "Root cause in \(workflows.inWords): \(cause.title)", "flywheel causes")
        }
    }
}

extension [Glossary.Entry] {
    /// These and others; what one word means besides follows what it meant before.
    fileprivate func adding(_ others: [Element]) -> [Element] {
        var entries = self
        var places = Dictionary(entries.enumerated().map { ($1.word, $0) }, uniquingKeysWith: { first, _ in first })
        for other in others {
            if let place = places[other.word] {
                let known = entries[place]
                entries[place] = Element(
                    known.word, "\(known.meaning) \(other.meaning)", known.command, names: known.names)
            } else {
                places[other.word] = entries.count
                entries.append(other)
            }
        }
        return entries
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
        names = [feed.title, String(feed.key.text.prefix { $0 != "/" })]
    }

    /// A workflow, with what it finds.
    fileprivate init(_ stage: StageManifest) {
        self.init(
            stage.id, "The workflow \"\(stage.title)\" finds: \(stage.kinds.map(\.title).joined(separator: ", ")).",
            "flywheel queue --workflow \(stage.id)")
        names = [stage.title]
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
        names = [kind.title]
    }
}
