import FlywheelKit
import FlywheelStore

/// What a kept decision says about root causes, and from when until when. The rest of its body is for whoever reviews it.
struct CauseDecision {
    private struct Body: Decodable {
        let kind: String
        let subject: String
        let effective: Instant
        let rolledBack: Instant?
    }

    /// Its number.
    let number: Int64
    /// The id of the workflow it is about; `nil` where it is about all.
    let workflow: String?
    private let body: Body

    /// What a record says; `nil` where it is of no decision.
    init?(_ record: LoopRecord) throws {
        guard record.kind == .decision else { return nil }
        number = record.number
        workflow = record.workflow
        body = try CanonicalJSON.value(Body.self, from: record.body)
    }

    /// The cause that it is to keep from coming back; `nil` where it is about something else.
    var prevented: String? { body.kind == "prevention" ? body.subject : nil }

    /// The cause that it reads as another; `nil` where it is about something else.
    var merges: (cause: String, into: String)? { body.kind == "rule" ? CauseMerges.causes(of: body.subject) : nil }

    /// When it took effect.
    var effective: Instant { body.effective }

    /// Whether it holds at a moment.
    func isInForce(at moment: Instant) -> Bool { moment.lies(from: body.effective, until: body.rolledBack) }
}
