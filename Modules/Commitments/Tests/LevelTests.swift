import Calendars
import FlywheelKit
import Testing

@testable import Commitments

@Suite struct LevelTests {
    @Test func tooLittleIsTooLittleToSay() throws {
        let scene = try Scene()
        let few = try scene.status(200, kept: 19, told: 19).levels[0]
        #expect(few.share == nil && few.isMet == nil)
        let none = try Scene(Scene.yaml.replacing("target: 0.9}", with: "target: 0.9, least: 1}")).status(200).levels[0]
        #expect(none.share == nil && none.isMet == nil)
        let enough = try scene.status(200, kept: 18, told: 20).levels[0]
        #expect(enough.share == 9_000 && enough.isMet == true)
    }

    @Test func roundingNeverReachesATarget() throws {
        let scene = try Scene(Scene.yaml.replacing("target: 0.9}", with: "target: 1}"))
        let level = try scene.status(200, kept: 99_999, told: 100_000).levels[0]
        #expect(level.share == 10_000 && level.isMet == false)
    }

    @Test func windowsBeginWhereTheySay() throws {
        let scene = try Scene()
        let levels = try scene.status(24 * 20).levels
        #expect(levels[0].since == Scene.hour(0))
        #expect(levels[1].since == Scene.hour(24 * 20).advanced(byDays: -28))
        let early = try Scene(Scene.yaml.replacing("2026-10-01", with: "2026-11-14")).status(24 * 20).levels[1]
        #expect(early.since == Scene.hour(24 * 13) && early.told == 7 * 86_400 && early.share == 10_000)
        let tooEarly = try Scene(Scene.yaml.replacing("2026-10-01", with: "2026-11-15")).status(24 * 20).levels[1]
        #expect(tooEarly.share == nil)
        let ahead = try Scene(Scene.yaml.replacing("2026-10-01", with: "2027-01-01")).status(24 * 20).levels[1]
        #expect(ahead.told == 0 && ahead.share == nil)
    }

    @Test func aComponentIsDownFromWhenItBeganUntilItIsSaidToBeBetter() throws {
        let scene = try Scene()
        _ = try scene.desk(10).open(
            "Late", text: "Late.", severity: .major, components: ["orders"], began: Scene.hour(8))
        _ = try scene.desk(12).update(1, text: "Slow.", severity: .degraded)
        _ = try scene.desk(13).update(1, text: "Labels too.", severity: .partial, components: ["labels"])
        _ = try scene.desk(14).update(1, text: "Orders again.", components: ["orders"])
        _ = try scene.desk(15).resolve(1, text: "Over.")
        let level = try scene.status(24 * 14).levels[1]
        #expect(level.told - level.kept == 5 * 3_600)
        let meanwhile = try scene.status(11).levels[1]
        #expect(meanwhile.told - meanwhile.kept == 3 * 3_600)
    }

    @Test func onlyMaintenanceAnnouncedADayAheadIsLeftOut() throws {
        func told(announced: Double, begun: Double, done: Double) throws -> Int64 {
            let scene = try Scene()
            _ = try scene.desk(announced).announce(
                "Disks", text: "Disks.", components: ["orders"], starts: Scene.hour(48), ends: Scene.hour(50))
            _ = try scene.desk(begun).say(.begun, of: 1, text: "Begun.")
            _ = try scene.desk(done).say(.done, of: 1, text: "Done.")
            let level = try scene.status(24 * 14).levels[1]
            #expect(level.share == 10_000)
            return 28 * 86_400 - level.told
        }
        #expect(try told(announced: 24, begun: 48, done: 49) == 3_600)
        #expect(try told(announced: 24, begun: 49, done: 60) == 3_600)
        #expect(try told(announced: 24, begun: 47, done: 49) == 3_600)
        #expect(try told(announced: 24.1, begun: 48, done: 49) == 0)
    }

    /// Spans against a row of hours of which each is in them or not.
    @Test(arguments: 0..<200 as Range<UInt64>)
    func spansAreWhatTheirSecondsAre(seed: UInt64) {
        var random = SplitMix(state: seed)
        func spans() -> [Range<Int64>] {
            (0..<Int.random(in: 0...6, using: &random)).map { _ in
                let start = Int64.random(in: 0..<60, using: &random)
                return start..<start + Int64.random(in: 0...15, using: &random)
            }
        }
        let (some, others) = (spans(), spans())
        let left = Spans(some).subtracting(Spans(others))
        let expected = (0..<Int64(80)).filter { second in
            some.contains { $0.contains(second) } && !others.contains { $0.contains(second) }
        }
        #expect(left.ranges.flatMap { Array($0) } == expected)
        #expect(left.seconds == Int64(expected.count))
    }
}

/// Random numbers of a seed (Steele, Lea and Flood 2014, SplitMix64).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
