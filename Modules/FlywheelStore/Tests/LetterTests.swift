import FlywheelStore
import Testing

@Suite struct LetterTests {
    @Test func noTwoKindsOfRecordShareALetter() {
        let rows = [
            ExceptionRecord.letter, RotationRecord.letter, ImportRecord.letter, NoteRecord.letter, ChangeRecord.letter,
            CaseRecord.letter, MessageRecord.letter, PartyRecord.letter, OutreachRecord.letter,
            SubscriptionRecord.letter, PersonRecord.letter, SignInRecord.letter, TokenRecord.letter,
        ]
        // Decisions of the desk and of the loop are numbered together.
        let letters = rows + LoopRecord.Kind.allCases.map(\.letter)
        #expect(Set(letters).count == letters.count, "\(letters.sorted())")
    }
}
