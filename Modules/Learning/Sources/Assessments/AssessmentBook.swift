public import Assessment
public import FlywheelKit
import FlywheelRuntime
public import FlywheelStore
public import Foundation

/// What a store keeps of assessments: those that were made, the files that were attached, the checks that are left out.
public struct AssessmentBook: Sendable {
    private let store: any LearningStore

    /// The book of a store.
    public init(_ store: any LearningStore) { self.store = store }

    /// A check of a workflow, among those there are.
    public struct Place: Hashable, Sendable {
        /// The workflow's id.
        public let workflow: String
        /// The check.
        public let check: MaturityCheck

        /// The place that two words mean.
        public init(
            workflow: String, check: String, installed: [String], model: MaturityModel
        ) throws(StatedError) {
            guard installed.contains(workflow) else { throw .workflow(workflow, known: installed) }
            guard let found = model.checks.first(where: { $0.id == check }) else {
                throw .check(check, known: model.checks.map(\.id))
            }
            self.workflow = workflow
            self.check = found
        }
    }

    // MARK: What was stated

    /// What was stated up to a moment. Of several exemptions of one check the newest stands, so that one can be ended.
    public func stated(at moment: Instant) throws -> StatedEvidence {
        let files = try store.loopRecords(.attachment).filter { $0.at <= moment }
        let exemptions = try store.loopRecords(.exemption).filter { $0.at <= moment }
        let newest = Dictionary(exemptions.map { (Self.place(of: $0), $0) }) { old, new in
            (old.at, old.number) < (new.at, new.number) ? new : old
        }
        return StatedEvidence(
            attachments: try files.map { try Self.attachment($0, at: moment) },
            exemptions: try newest.values.sorted { $0.number < $1.number }.map { try Self.exemption($0, at: moment) })
    }

    /// Keeps that a file shows what a check asks, until a day; the file's hash is kept, not the file.
    ///
    /// - Parameter name: the file's name, without its folder.
    /// - Returns: what is kept; the same file for the same check until the same moment is kept once.
    /// - Throws: ``StatedError`` where it cannot stand for anything.
    public func attach(
        _ bytes: Data, named name: String, to place: Place, model: MaturityModel, until: Instant, by actor: Actor,
        at moment: Instant
    ) throws -> AssessmentDocument.Attachment {
        guard place.check.isDeclarable else {
            let declarable = model.checks.filter(\.isDeclarable).map(\.id)
            throw StatedError.notDeclarable(place.check.id, declarable: declarable)
        }
        guard !bytes.isEmpty else { throw StatedError.emptyFile(name) }
        try Self.check(until, moment)
        let body = AttachmentBody(
            check: place.check.id, file: name, hash: MaturityModel.digest(of: bytes), until: until)
        let key = "\(place.workflow) \(body.check) \(body.hash) \(until)"
        return try Self.attachment(
            try kept(.attachment, key, place.workflow, try CanonicalJSON.text(body), by: actor, at: moment), at: moment)
    }

    /// Keeps that a check of a workflow is left out until a day, and why.
    ///
    /// - Throws: ``StatedError`` without a reason or with an end that is none.
    public func exempt(
        _ place: Place, reason: String, until: Instant, by actor: Actor, at moment: Instant
    ) throws -> AssessmentDocument.Exemption {
        guard reason.contains(where: { !$0.isWhitespace }) else { throw StatedError.noReason }
        try Self.check(until, moment)
        let body = ExemptionBody(check: place.check.id, reason: reason, until: until)
        let key = "\(place.workflow) \(body.check) \(moment) \(until)"
        return try Self.exemption(
            try kept(.exemption, key, place.workflow, try CanonicalJSON.text(body), by: actor, at: moment), at: moment)
    }

    private static func check(_ until: Instant, _ moment: Instant) throws(StatedError) {
        guard until > moment else { throw .over(until: until) }
        let latest = moment.advanced(byDays: 366)
        guard until <= latest else { throw .tooLong(until: until, latest: latest) }
    }

    // MARK: Assessments

    /// Keeps an assessment; one that says the same as a kept one is that one.
    public func keep(
        _ document: AssessmentDocument, by actor: Actor, at moment: Instant
    ) throws -> KeptAssessment {
        let body = try CanonicalJSON.text(document)
        let key = MaturityModel.digest(of: Data(body.utf8))
        return try KeptAssessment(try kept(.assessment, key, nil, body, by: actor, at: moment))
    }

    /// All assessments, the oldest first.
    public func assessments() throws -> [KeptAssessment] {
        try store.loopRecords(.assessment).map { try KeptAssessment($0) }
    }

    /// The assessment of a number, if there is one.
    public func assessment(_ number: Int64) throws -> KeptAssessment? {
        try store.loopRecord(.assessment, number).map { try KeptAssessment($0) }
    }

    private func kept(
        _ kind: LoopRecord.Kind, _ key: String, _ workflow: String?, _ body: String, by actor: Actor, at: Instant
    ) throws -> LoopRecord {
        if let same = try store.loopRecord(kind, keyed: key) { return same }
        let record = LoopRecord(
            kind, number: try store.reserve(1, of: kind), key: key, workflow: workflow, state: "kept", at: at,
            by: actor.name, body: body)
        try store.keep([record], by: actor, at: at)
        return record
    }
}
