import FlywheelKit
import Testing

@testable import flywheel

/// Numbers and choices that steer detection, as flywheel.yaml sets them.
@Suite struct SetKnobTests {
    private static let knobs = "knobs:\n  inventory: {leadTimeDays: 21, serviceMeasure: fillRate}\n"

    private func desk(_ yaml: String = knobs) throws -> Desk {
        let desk = try Desk()
        _ = try desk.write(yaml, to: "flywheel.yaml")
        _ = desk.run("import", try desk.write("seller-sku\tprice\tquantity\nA\t12.50\t1\n", to: "listings-US.txt"))
        return desk
    }

    @Test func whatIsSetIsSaidWhereverItCounts() throws {
        let desk = try desk()
        #expect(desk.run("rotate").exit == .done)
        let set = "inventory.leadTimeDays 21, inventory.serviceMeasure fillRate"
        #expect(desk.run("doctor").output.contains("\nknobs\tok\tset by flywheel.yaml: \(set)\t"))
        let list = desk.run("thresholds", "--format", "table").output
        #expect(list.contains("; 1 set by flywheel.yaml\n"), "\(list)")
        #expect(list.contains(#/inventory\.leadTimeDays +21 +1 to 180 +set /#), "\(list)")
        let shown = desk.run("thresholds", "show", "inventory.leadTimeDays", "--format", "table").output
        #expect(shown.contains("Set by flywheel.yaml: nothing else moves it"), "\(shown)")
        let json = try JSON(
            reading: desk.run("thresholds", "show", "inventory.leadTimeDays", "--format", "json").output)
        #expect(json["knob"]?["isSet"]?.line == "true" && json["knob"]?["value"]?.line == "21", "\(json.line)")
    }

    @Test func pagesSayIt() throws {
        let desk = try desk()
        #expect(desk.run("rotate").exit == .done)
        let door = try PageDoor(desk)
        #expect(door.get("/wheel/thresholds").text.contains("set by flywheel.yaml"))
        #expect(
            door.get("/wheel/thresholds/inventory.leadTimeDays").text.contains(
                "Set by flywheel.yaml: nothing else moves it."))
        let policies = door.get("/settings/policies").text
        #expect(policies.contains("inventory.serviceMeasure fillRate"), "\(policies)")
        #expect(policies.contains("flywheel.yaml, line 1: knobs"), "\(policies)")
    }

    @Test func aWishIsShownWithItsReason() throws {
        let desk = try desk("actor: mia\n")
        #expect(desk.run("rotate").exit == .done)
        let id = try desk.proposedThreshold(wish: "3 of 4 were sold all the same")
        let page = try PageDoor(desk).get("/wheel/thresholds/inventory.leastExcessUnits").text
        #expect(page.contains(id) && page.contains("Its workflow: 3 of 4 were sold all the same"), "\(page)")
    }

    @Test func whatWaitsForApprovalOfWhatIsSetCannotBeApproved() throws {
        let desk = try desk("knobs: {inventory: {leastExcessUnits: 30}}\n")
        #expect(desk.run("rotate").exit == .done)
        let id = try desk.proposedThreshold()
        let refused = desk.run("thresholds", "approve", id)
        #expect(refused.exit == .refused && refused.errors.hasPrefix("error[knob-set]: "), "\(refused.errors)")
        #expect(
            desk.run("rotate", "--format", "table", clock: Scene.asOf.advanced(byDays: 1)).output.contains(
                ": set-in-flywheel-yaml"))
        #expect(desk.run("thresholds", "proposal", id).output.contains("refused"))
    }

    @Test(arguments: [
        ("knobs:\n  inventory: {leadTimeDay: 21}\n", ":2:15", "unknown key \"knobs.inventory.leadTimeDay\""),
        ("knobs:\n  inventory: {leadTimeDays: 200}\n", ":2:29", "expected a number from 1.0 to 180.0"),
        ("knobs:\n  pricing: {sellerType: reseller}\n", ":2:25", "expected a value such as retailer"),
    ]) func whatNoKnobTakesIsSaidWithItsPlace(yaml: String, place: String, sentence: String) throws {
        let desk = try desk(yaml)
        let refused = desk.run("rotate")
        #expect(refused.exit == .failed && refused.errors.contains("\(desk.folder)/flywheel.yaml\(place)"))
        #expect(refused.errors.contains(sentence), "\(refused.errors)")
        #expect(desk.run("doctor").output.contains("configuration\tlook\t\(desk.folder)/flywheel.yaml\(place): "))
    }

    @Test func aSimulationGoesByItsOwn() throws {
        let desk = try Desk()
        #expect(desk.run("simulate", "--scenario", "year", "--seed", "7", "--weeks", "2").exit == .done)
        _ = try desk.write(Self.knobs, to: "flywheel.yaml")
        #expect(desk.run("thresholds").exit == .done)
        #expect(!desk.run("thresholds", "--format", "table").output.contains("set by"))
    }

    @Test func whatLinesSetIsWrittenAndTakenBackOnItsPage() throws {
        let door = try PageDoor(try desk("actor: mia\n"))
        let lines = "section=knobs%3A%0A%20%20inventory%3A%20%7BreviewDays%3A%2014%7D"
        #expect(door.post("/settings/policies/knobs", lines).text.contains("inventory.reviewDays 14"))
        #expect(door.post("/settings/policies/knobs", lines + "&save=on").status == 303)
        #expect(door.get("/settings/policies").text.contains("inventory.reviewDays 14"))
        let wrong = door.post(
            "/settings/policies/knobs", "section=knobs%3A%20%7Binventory%3A%20%7BreviewDays%3A%2099%7D%7D")
        #expect(wrong.status == 422 && wrong.text.contains("knobs.inventory.reviewDays"), "\(wrong.text)")
    }
}
