public import Assessment
public import FlywheelKit
import FlywheelRuntime
public import FlywheelStore

/// An assessment as it was made. Those of all accounts are kept by a store.
public struct KeptAssessment: Hashable, Sendable {
    /// Its number, as in `A7`; 0 of one that is not kept.
    public let number: Int64
    /// When it was made.
    public let at: Instant
    /// Who made it.
    public let by: String
    /// What it says.
    public let document: AssessmentDocument

    /// What a record holds.
    public init(_ record: LoopRecord) throws {
        number = record.number
        at = record.at
        by = record.by
        document = try CanonicalJSON.value(AssessmentDocument.self, from: record.body)
    }

    /// One that is not kept, since it is of some accounts alone.
    public init(_ document: AssessmentDocument, at moment: Instant, by name: String) {
        number = 0
        at = moment
        by = name
        self.document = document
    }

    /// Whether it can be looked at again.
    public var isKept: Bool { number > 0 }

    /// The letter and the number; `now` of one that is not kept.
    public var id: String { isKept ? "\(LoopRecord.Kind.assessment.letter)\(number)" : "now" }
}

/// The body of an attachment's record.
struct AttachmentBody: Codable {
    let check: String
    let file: String
    let hash: String
    let until: Instant
}

/// The body of an exemption's record.
struct ExemptionBody: Codable {
    let check: String
    let reason: String
    let until: Instant
}

extension AssessmentBook {
    /// What one record of an attachment says at a moment.
    static func attachment(_ record: LoopRecord, at moment: Instant) throws -> AssessmentDocument.Attachment {
        let body = try CanonicalJSON.value(AttachmentBody.self, from: record.body)
        return AssessmentDocument.Attachment(
            id: record.id, workflow: record.workflow ?? "", check: body.check, file: body.file, hash: body.hash,
            by: record.by, until: body.until, hasExpired: body.until <= moment)
    }

    /// What one record of an exemption says at a moment.
    static func exemption(_ record: LoopRecord, at moment: Instant) throws -> AssessmentDocument.Exemption {
        let body = try CanonicalJSON.value(ExemptionBody.self, from: record.body)
        return AssessmentDocument.Exemption(
            id: record.id, workflow: record.workflow ?? "", check: body.check, reason: body.reason, by: record.by,
            until: body.until, hasExpired: body.until <= moment)
    }

    /// The workflow and the check of a record, which its key begins with.
    static func place(of record: LoopRecord) -> String {
        record.key.split(separator: " ").prefix(2).joined(separator: " ")
    }
}
