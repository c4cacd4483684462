import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Testing
import Uploads

@testable import flywheel

@Suite struct ChangeDiagnosticTests {
    private static let id = ChangeID(12)
    private static let price = Money(minorUnits: 16_89, Scene.usd)

    @Test(arguments: [
        (ChangeError.unknown(id), "unknown-change", Exit.unknown), (.tooEarly(id, Scene.asOf), "too-early", .refused),
        (.state(id, .takenBack), "change-state", .refused),
        (.exceptionEnded(id, ExceptionID(7), .verified), "change-ended", .refused),
        (.testMode(id, account: "north wind"), "test-mode", .refused),
        (.approvedInTestMode(id), "approved-in-test", .refused),
        (.valuesMissing(id, ["brand"]), "values-missing", .refused),
        (.attributeUnknown(id, "brnd", among: ["brand"]), "attribute-unknown", .refused),
        (.priceMoved(id, found: nil, expected: price), "price-moved", .refused),
        (.limitForeign(id, to: price, limit: price), "limit-foreign", .refused),
        (.belowFloor(id, to: price, floor: price), "below-floor", .refused),
        (.aboveCeiling(id, to: price, ceiling: price), "above-ceiling", .refused),
        (.floorUnknown(id), "floor-unknown", .refused), (.movesSpent(id, of: 2), "moves-spent", .refused),
        (.afterAnother(id, ChangeID(3)), "after-another", .refused),
        (.listingUnknown(id), "listing-unknown", .refused),
        (.nothingToRestore(id), "nothing-to-restore", .refused), (.reasonNoWord(id, "A b"), "reason-word", .refused),
        (.store(.failed("the disk is full")), "store", .failed),
    ])
    func everyRefusalHasItsCodeAndWayOn(_ error: ChangeError, _ code: String, _ exit: Exit) {
        let diagnostic = Diagnostic(error, clock: WallClock(now: Scene.asOf, zone: Scene.losAngeles))
        #expect((diagnostic.code, diagnostic.exit) == (code, exit))
        #expect(diagnostic.help?.contains("flywheel") == true)
    }

    @Test func filesAndFormsSayWhatIsWrong() {
        #expect(Diagnostic(.exists(path: "a")).code == "file-exists")
        #expect(Diagnostic(.system(path: "a", reason: "no")).sentence == "writing a failed: no")
        let upload = Diagnostic(UploadError.itemNumber(sku: "A", found: nil), of: Self.id)
        #expect(upload.sentence == "L12 cannot be written: A has nothing for an item number, expected digits")
    }
}
