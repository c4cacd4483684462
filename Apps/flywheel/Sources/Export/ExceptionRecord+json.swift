import FlywheelKit
import FlywheelStore

extension ExceptionRecord: ListedRecord {
    static let list = (name: "exceptions", meaning: "Every exception as it is kept.")

    /// An exception as it is kept, without what its stage claims: that is in `show`.
    static let members: Members<Self> = [
        "id": .value(\.id), "state": .word(\.state), "workflow": .value(\.fingerprint.workflow),
        "kind": .value(\.fingerprint.kind), "discriminator": .value(\.fingerprint.discriminator),
        "subject": .value(\.fingerprint.subject), "began": .value(\.onset), "detected": .value(\.detected),
        "openedBy": .value(\.opened), "owner": .value(\.responsible), "claimedBy": .value(\.claimedBy),
        "claimedAt": .value(\.claimed), "actBy": .value(\.due), "closedBy": .value(\.closedBy),
        "closedAt": .value(\.closed), "rootCause": .value(\.rootCause), "previous": .value(\.previous),
        "version": .value(\.version), "source": .word(\.source), "snoozedUntil": .value(\.snooze?.until),
        "parent": .value(\.parent),
    ]
}
