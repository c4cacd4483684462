import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import FlywheelWeb
import Settings
import Testing
import Uploads

@testable import flywheel

@Suite struct DiagnosticTests {
    private static let id = ExceptionID(1_042)
    private static let causes = [
        RootCause("missing-attribute", "A value was never supplied."), RootCause("image", "An image."),
    ]
    private let clock = WallClock(now: Scene.asOf, zone: Scene.losAngeles)

    @Test func aSellerThatIsNotKnownIsAskedForWhereItIsSaid() {
        let diagnostic = Diagnostic(UploadError.sellerMissing(.amazonListings), of: ChangeID(1))
        #expect(diagnostic.help?.contains("flywheel.yaml: changes: {sellers:") == true)
    }

    @Test(arguments: [
        (WorkError.unknown(id), "unknown-exception", Exit.unknown), (.notOpen(id, .verifying), "not-open", .refused),
        (.claimedBy(id, "ben", at: nil), "claimed", .refused), (.notClaimed(id), "not-claimed", .refused),
        (.causeMissing(id, causes), "root-cause", .refused),
        (.causeUnknown(id, "imag", causes), "root-cause-unknown", .refused),
        (.causeNoWord(id, "supplier strike"), "root-cause-word", .refused),
        (.tooEarly(id, Scene.asOf), "too-early", .refused),
        (.notReopenable(id, .verified), "not-reopenable", .refused),
        (.snoozeEnds(id, Scene.asOf), "snooze-ends", .refused), (.reasonMissing(id), "reason", .refused),
        (.textLength(id, 0), "note-length", .refused), (.textLength(nil, 5_000), "note-length", .refused),
        (.noPlaybook(id), "no-playbook", .refused), (.noStep(id, 9, of: 4), "no-step", .refused),
        (.nothingToUndo(id, "mia"), "nothing-to-undo", .refused),
        (.nothingToUndo(nil, "mia"), "nothing-to-undo", .refused),
        (.builtOn(id, .claimed, by: "R3", .changed, at: Scene.asOf), "built-on", .refused),
        (.noRotation, "no-rotation", .failed), (.store(.standsAlready(id)), "stands-already", .refused),
        (.store(.failed("the disk is full")), "store", .failed),
    ])
    func everyRefusalOfWorkHasItsCodeAndWayOn(_ error: WorkError, _ code: String, _ exit: Exit) {
        let diagnostic = Diagnostic(error, clock: clock)
        #expect(diagnostic.code == code)
        #expect(diagnostic.exit == exit)
        #expect(diagnostic.help?.contains("flywheel") == true)
    }

    @Test(arguments: [
        (StoreError.alreadyImported(ImportID(31)), "already-imported", Exit.refused),
        (.unknown("import I9"), "unknown", .unknown),
        (.refused("I9 is kept"), "refused", .refused), (.changedMeanwhile([id]), "changed-meanwhile", .refused),
        (.newerSchema("newer"), "newer-store", .failed), (.noRoom("full"), "no-room", .failed),
        (.failed("no"), "store", .failed),
    ])
    func everyRefusalOfTheStoreHasItsCodeAndWayOn(_ error: StoreError, _ code: String, _ exit: Exit) {
        let diagnostic = Diagnostic(error, clock: clock)
        #expect((diagnostic.code, diagnostic.exit) == (code, exit))
        #expect(diagnostic.help != nil)
    }

    @Test func aPortThatIsTakenIsNamedWithTheWayOn() {
        let diagnostic = Diagnostic(CannotListen(host: "127.0.0.1", port: 8_814, reason: .taken), clock: clock)
        #expect(diagnostic.sentence == "127.0.0.1:8814 is taken by another program")
        #expect(diagnostic.code == "cannot-listen" && diagnostic.help?.contains("--port") == true)
    }

    @Test func theOtherErrorsAreKnownToo() {
        let earlier = Diagnostic(RotationError.earlier(than: RotationID(3), Scene.asOf), clock: clock)
        #expect((earlier.code, earlier.exit) == ("earlier-rotation", .refused))
        let knew = Diagnostic(RotationError.knewMore(RotationID(3)), clock: clock)
        #expect((knew.code, knew.exit) == ("earlier-rotation", .refused))
        let overtaken = Diagnostic(RotationError.overtaken(by: RotationID(3)), clock: clock)
        #expect((overtaken.code, overtaken.exit) == ("overtaken", .refused))
        #expect(Diagnostic(RotationError.noCurrency, clock: clock).code == "no-currency")
        #expect(Diagnostic(ConfigurationError.notAMapping("owners"), clock: clock).code == "configuration")
        #expect(Diagnostic(PlanError.sameID("a"), clock: clock).code == "workflows")
    }

    @Test(arguments: [
        ("Supplier strike", "supplier-strike"), ("  image -- wrong! ", "image-wrong"), ("東京", "WORD"),
        (String(repeating: "a", count: 50), String(repeating: "a", count: 40)),
    ])
    func aCauseThatIsNoWordIsOfferedAsOne(_ cause: String, _ word: String) {
        let help = Diagnostic(WorkError.causeNoWord(Self.id, cause), clock: clock).help
        #expect(help == "flywheel close X1042 --cause \(word) --cause-new")
    }

    @Test func anErrorReadsAsCodeSentenceAndHelp() {
        let at = Scene.asOf.advanced(bySeconds: -120)
        #expect(
            Diagnostic(WorkError.claimedBy(Self.id, "ben\u{1B}[2J", at: at), clock: clock).lines(ink: Ink(isOn: false))
                == [
                    "error[claimed]: X1042 was claimed by ben\\u{1B}[2J at 08:03, 2 min ago; nothing was changed",
                    "     = help: ask ben\\u{1B}[2J, or take the next: flywheel queue; at a server a",
                    "             lead may assign it anew",
                ])
        #expect(
            Diagnostic(WorkError.causeUnknown(Self.id, "imgae", Self.causes), clock: clock).lines(ink: Ink(isOn: false))
                == [
                    "error[root-cause-unknown]: X1042 stays open: \"imgae\" is no cause of its workflow; did you mean \"image\"?",
                    "     = help: --cause missing-attribute, image, or flywheel close X1042 --cause",
                    "             imgae --cause-new",
                ])
    }
}
