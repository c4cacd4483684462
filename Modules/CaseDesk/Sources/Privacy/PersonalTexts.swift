public import FlywheelKit
public import FlywheelStore

/// Personal text as somebody may see it: every screen, export and blank of the desk is filled from here.
public struct PersonalTexts: Sendable {
    private let store: any Store
    private let masking: Masking
    private let actor: Actor
    private let looked: Instant

    /// What a person sees at some moment.
    public init(_ store: any Store, rules: DeskRules, actor: Actor, now: Instant) {
        self.store = store
        masking = rules.settings.masking(of: actor.name)
        self.actor = actor
        looked = rules.clock?() ?? now
    }

    /// Whether a field is shown to them as it is.
    func shows(_ field: PersonalText.Field) -> Bool { masking.visible.contains(field) }

    /// Texts by case, field and number as they are, none of what is masked: what goes on to others is no place for a mask.
    func seen(
        _ scope: TextScope, fields: Set<PersonalText.Field>, for purpose: String
    ) throws(StoreError) -> [PersonalText] {
        let seen = fields.intersection(masking.visible)
        guard !seen.isEmpty else { return [] }
        return try store.texts(scope, fields: seen, for: Access(by: actor, at: looked, purpose: purpose))
    }

    /// Who asks in a case, as who looks may see it. Nothing once what was written in it was erased: the name that is kept for
    /// other accounts of theirs is kept for those alone. Whoever writes in it again is known again.
    func requester(
        of record: CaseRecord, fields: Set<PersonalText.Field>, for purpose: String
    ) throws(StoreError) -> [PersonalText] {
        guard let party = try known(in: record) else { return [] }
        return try read(.identities([party]), fields: fields, for: purpose)
    }

    /// The same, none of what is masked.
    func seenRequester(
        of record: CaseRecord, fields: Set<PersonalText.Field>, for purpose: String
    ) throws(StoreError) -> [PersonalText] {
        guard let party = try known(in: record) else { return [] }
        return try seen(.identities([party]), fields: fields, for: purpose)
    }

    private func known(in record: CaseRecord) throws(StoreError) -> PartyID? {
        guard record.erased != nil else { return record.party }
        let left = try store.texts(
            .cases([record.id]), fields: Set(PersonalText.Field.allCases),
            for: Access(by: .flywheel, at: looked, purpose: "case"))
        return left.isEmpty ? nil : record.party
    }

    /// Texts by case, field and number, masked where the person's role does not show them. What is shown as it is goes into
    /// the log of who saw it; what is masked is not seen.
    public func read(
        _ scope: TextScope, fields: Set<PersonalText.Field>, for purpose: String
    ) throws(StoreError) -> [PersonalText] {
        let shown = try seen(scope, fields: fields, for: purpose)
        let hidden = fields.subtracting(masking.visible)
        guard !hidden.isEmpty else { return shown }
        let masked = try store.texts(scope, fields: hidden, for: Access(by: .flywheel, at: looked, purpose: purpose))
            .map {
                var text = $0
                text.text = masking.shown($0)
                return text
            }
        return (shown + masked).sorted {
            ($0.case?.number ?? 0, $0.field.rawValue, $0.number) < ($1.case?.number ?? 0, $1.field.rawValue, $1.number)
        }
    }
}
