import CaseDesk
import Cases
import FlywheelHost
import FlywheelStore
import Triage

extension Session {
    /// Trains on the desk's closed cases; where they are too few, what the desk went by stays.
    func trainTriage() throws -> TriageModelAnswer {
        do {
            let kept = try KeptTriage(trainingIn: host.store, by: actor, now: now)
            return TriageModelAnswer(triage: kept.triage, file: nil, isKept: true)
        } catch let error as TrainingError {
            throw Diagnostic(
                error, notes: ["the desk suggests by what it had, or by the program's own phrases"],
                help: "say what closed cases were about: flywheel cases label C12 --intent where-is-my-order")
        }
    }

    /// How the desk's triage does on what people labelled since it was trained.
    func reportTriage() throws -> TriageReportAnswer {
        let kept = try keptTriage()
        let cases = try LabelledCases(in: host.store, by: kept, now: now)
        let watch = try DeskWatch(in: host.store, by: kept, labelled: cases, now: now)
        return TriageReportAnswer(
            trial: TriageTrial(cases),
            readings: watch.readings.map { WatchReading(language: $0.language, reading: $0.reading) })
    }

    /// Decides what triage may decide by itself, or says what that would be.
    func decideTriage(isDryRun: Bool) throws -> TriageDecisionsAnswer {
        let automation = rules.settings.automation
        guard !automation.intents.isEmpty else {
            throw Diagnostic(
                "no-automation", "flywheel.yaml lets triage decide about nothing",
                help: "name intents there, cases: automation: {intents: [where-is-my-order]}, and run it again",
                exit: .failed)
        }
        let kept = try keptTriage()
        if !isDryRun { try DeskWatch.look(in: host.store, by: .flywheel, now: now) }
        let desk = TriageDesk(host.store, rules: rules, now: now)
        return TriageDecisionsAnswer(
            steps: try isDryRun ? desk.plan() : desk.decide(), isDryRun: isDryRun, isTrained: kept.trained != nil,
            breaches: try keptTriage().breaches, asOf: now)
    }

    /// What the desk goes by now, for messages in a language or in any. Throws a ``Diagnostic``.
    func keptTriage(for language: String? = nil) throws -> KeptTriage {
        do { return try KeptTriage(in: host.store, for: language) } catch let error as DamagedTriage {
            throw Diagnostic("triage", error.description, help: "flywheel triage train --desk", exit: .failed)
        }
    }
}
