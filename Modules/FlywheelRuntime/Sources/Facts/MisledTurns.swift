import FlywheelKit
import FlywheelStore

/// Turns in which a workflow was misled about an owner: by a file that counted then, and was discarded since.
///
/// What they opened and nothing shows any more was never there, and what they ended and is seen again never ended.
struct MisledTurns: Hashable, Sendable, Codable {
    /// The workflow's id.
    let workflow: String
    /// Whose facts the file was of.
    let account: String
    /// Where.
    let marketplace: String
    /// The first of the turns.
    let first: RotationID
    /// The last of them.
    let last: RotationID

    var owner: FeedLedger.Owner { FeedLedger.Owner(account: account, marketplace: marketplace) }

    /// Whether one of them opened an exception, for which there may be no reason then. What a person added, they did.
    func opened(_ exception: ExceptionRecord) -> Bool {
        contains(exception.opened) && exception.source == .stage && isAbout(exception)
    }

    /// Whether one of them ended an exception by what it saw. A dismissal is a person's, and others end for want of data.
    func ended(_ exception: ExceptionRecord) -> Bool {
        switch exception.state {
        case .cleared, .lapsed, .verified, .withdrawn: contains(exception.changed) && isAbout(exception)
        default: false
        }
    }

    private func contains(_ turn: RotationID) -> Bool { first <= turn && turn <= last }

    private func isAbout(_ exception: ExceptionRecord) -> Bool {
        let (name, subject) = (exception.fingerprint, exception.fingerprint.subject)
        return exception.isSeenByStage && name.workflow == workflow && subject.account == account
            && subject.marketplace == marketplace
    }
}

extension Store {
    /// The newest exception under one of these names, all of one subject, as it stood before it ended in one of these turns;
    /// `nil` where there is none, or it ended otherwise.
    func endedByMistake(_ names: [Fingerprint], in misled: [MisledTurns]) throws -> ExceptionRecord? {
        guard !misled.isEmpty, let subject = names.first?.subject,
            let last = try exceptions(on: subject).last(where: { names.contains($0.fingerprint) }),
            misled.contains(where: { $0.ended(last) })
        else { return nil }
        return try beforeItsEnd(last)
    }

    /// An ended exception as it stood before its end; `nil` where the journal does not say.
    func beforeItsEnd(_ exception: ExceptionRecord) throws -> ExceptionRecord? {
        let states = try history(of: exception.id.description).reversed().lazy.compactMap {
            ExceptionRecord.State(rawValue: $0.event.state)
        }
        guard let state = states.first(where: { !$0.isFinal }) else { return nil }
        var before = exception
        before.state = state
        return before
    }
}
