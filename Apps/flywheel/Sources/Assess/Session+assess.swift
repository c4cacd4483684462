import Assessment
import FlywheelHost
import FlywheelKit
import FlywheelStore
import Foundation
import Learning
import People

extension Session {
    /// Measures what workflows do for each other at the newest look, where that was not done yet. A simulation writes its
    /// measurements itself: it has no facts to look at.
    private func measureLinks() throws {
        let (rotation, _) = try currentRotation()
        let links = LinkBook(host.store)
        guard rotation.asOf <= now, try !host.store.isSimulated(),
            try !links.isMeasured(host.plan, at: rotation.asOf)
        else { return }
        progress.say("measuring what workflows do for each other")
        try links.keep(try host.measureLinks(asOf: rotation.asOf), by: actor, at: now)
    }

    /// What is kept of assessments.
    private var book: AssessmentBook { AssessmentBook(loopStore) }

    /// The model of the configuration, with its hash.
    func maturityModel() throws -> (model: MaturityModel, hash: String) {
        (model, try model.hash)
    }

    /// Assesses the work up to the newest look, or the moment asked for, and keeps what is found. What is found of some accounts
    /// alone is not kept: it is made anew each time.
    ///
    /// - Parameter since: the assessment to compare with; the one before without it.
    func assess(since: String?) throws -> AssessAnswer {
        let earlier = try since.map(kept)
        let isWhole = scope == .all
        if isWhole { try measureLinks() }
        let history = try history()
        let (model, hash) = try maturityModel()
        let document = Assessor(model, hash: hash).assess(
            history, account: accounts(of: history), stated: try book.stated(at: now), at: now,
            wheel: WheelFindings(WheelHealth(of: history)),
            metrics: MetricReader(history).report(weeks: 13, targets: targets.inUnits(of: history.currency)).lines.map {
                AssessmentDocument.Metric($0)
            })
        guard isWhole else {
            return AssessAnswer(
                kept: KeptAssessment(document, at: now, by: actor.name), earlier: earlier, isCompared: since != nil)
        }
        let made = try book.keep(document, by: actor, at: now)
        return AssessAnswer(
            kept: made, earlier: try earlier ?? book.assessments().last { $0.number < made.number },
            isCompared: since != nil)
    }

    /// An assessment as it was made, beside the one before it.
    func assessment(_ text: String) throws -> AssessAnswer {
        let shown = try kept(text)
        return AssessAnswer(
            kept: shown, earlier: try book.assessments().last { $0.number < shown.number }, isCompared: false)
    }

    /// All assessments, the newest first.
    func assessments() throws -> AssessmentsAnswer { AssessmentsAnswer(kept: try book.assessments().reversed()) }

    /// The assessment that a text names.
    func kept(_ text: String) throws -> KeptAssessment {
        let letter = LoopRecord.Kind.assessment.letter
        let digits = text.uppercased().hasPrefix(letter) ? text.dropFirst(letter.count) : text[...]
        guard let number = Int64(digits) else {
            throw Diagnostic(
                "id", "\"\(text)\" is no id, expected one such as \(letter)7", help: "flywheel assess list",
                exit: .usage)
        }
        guard let kept = try book.assessment(number) else {
            throw Diagnostic(
                "unknown-assessment", "there is no assessment \(letter)\(number)", help: "flywheel assess list",
                exit: .unknown)
        }
        return kept
    }

    /// The records that the answer of a check rests on.
    func checkRows(_ check: String, workflow: String, says: Bool?) throws -> CheckRowsAnswer {
        let (model, hash) = try maturityModel()
        let history = try history()
        _ = try place(check, workflow, model)
        guard let records = Assessor(model, hash: hash).records(of: check, workflow: workflow, in: history) else {
            throw Diagnostic(StatedError.workflow(workflow, known: history.workflows.map(\.id)))
        }
        return CheckRowsAnswer(records: records, workflow: workflow, says: says, history: history)
    }

    /// Leaves a check out until a moment.
    func exempt(_ check: String, workflow: String, reason: String, until: Instant) throws -> StatedAnswer {
        let model = try maturityModel().model
        do {
            return .exemption(
                try book.exempt(
                    try place(check, workflow, model), reason: reason, until: until, by: actor, at: now))
        } catch let error as StatedError {
            throw Diagnostic(error)
        }
    }

    /// Lets a file stand for what a check asks until a moment.
    func attach(_ path: String, to check: String, workflow: String, until: Instant) throws -> StatedAnswer {
        let model = try maturityModel().model
        do {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            return .attachment(
                try book.attach(
                    bytes, named: (path as NSString).lastPathComponent, to: try place(check, workflow, model),
                    model: model, until: until, by: actor, at: now))
        } catch let error as StatedError {
            throw Diagnostic(error)
        } catch let error as CocoaError {
            throw Diagnostic(error, doing: "reading", path: path)
        }
    }

    private func place(_ check: String, _ workflow: String, _ model: MaturityModel) throws -> AssessmentBook.Place {
        do {
            return try AssessmentBook.Place(
                workflow: workflow, check: check, installed: host.manifests.map(\.id), model: model)
        } catch {
            throw Diagnostic(error)
        }
    }

    private func accounts(of history: WorkHistory) -> String {
        var names = history.accounts
        if case .only(let accounts) = scope { names = Array(accounts) }
        return names.isEmpty ? "no account yet" : names.sorted().joined(separator: ", ")
    }
}

extension Diagnostic {
    /// Why something that was stated of a check was refused.
    init(_ error: StatedError) {
        switch error {
        case .workflow, .check:
            self.init("unknown-check", error.description, help: "flywheel assess model", exit: .unknown)
        case .notDeclarable:
            self.init(
                "not-declarable", "\(error.description); nothing was kept", help: "flywheel assess", exit: .refused)
        case .over, .tooLong, .noReason, .emptyFile:
            self.init(
                "stated-check", "\(error.description); nothing was kept", help: "flywheel assess exempt --help",
                exit: .usage)
        }
    }
}
