import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import FlywheelWeb
import HTTPTypes
import Testing

@testable import flywheel

@Suite struct RotationAPITests {
    /// A store turns one rotation at a time, and drops the one that is under way for the next.
    @Test func whoAskAtOnceAreAllAnswered() async throws {
        let door = try Doorstep(.rotated()) { Scene.asOf.advanced(byDays: 0.05) }
        let statuses = await withTaskGroup(of: Int.self) { group in
            for number in 0..<4 {
                group.addTask {
                    let reply = try? door.ask(
                        .post, "\(API.prefix)/rotations", as: "p\(number):admin",
                        headers: ["Idempotency-Key": "key-\(number)"])
                    return reply?.status ?? 0
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses == [200, 200, 200, 200])
    }

    /// Another process may have turned the wheel meanwhile, which is over by now.
    @Test func whoWasOvertakenIsToldWhenToAskAgain() throws {
        let clock = WallClock(now: Scene.asOf, zone: Scene.losAngeles, isExact: true)
        let overtaken = Problem(of: RotationError.overtaken(by: RotationID(3)), clock: clock)
        #expect(overtaken.status == .conflict && overtaken.code == "overtaken")
        #expect(overtaken.headers[.retryAfter] == "5")
        let earlier = Problem(of: RotationError.earlier(than: RotationID(3), Scene.asOf), clock: clock)
        #expect(earlier.status == .conflict && earlier.headers[.retryAfter] == nil, "asking again changes nothing")
    }
}
