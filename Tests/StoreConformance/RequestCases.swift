import FlywheelKit
import FlywheelStore
import Testing

extension Bench {
    private func request(_ word: String, by owner: String = "ada", digest: [UInt8] = [1, 2]) -> RequestRecord {
        RequestRecord(RequestKey(owner: owner, word: word), digest: digest, begun: noon)
    }

    func requestsAreBegunOnce() throws {
        let first = request("k")
        #expect(try store.beginRequest(first) == nil)
        #expect(try store.beginRequest(request("k", digest: [3])) == first, "the one that was begun is told")
        #expect(try store.beginRequest(request("k", by: "ben")) == nil, "a word is its owner's alone")
        try store.forgetRequest(first.key)
        #expect(try store.beginRequest(first) == nil, "what did nothing may be asked again")
    }

    func answersOfRequestsAreKept() throws {
        let first = request("k")
        let answer = KeptAnswer(status: 207, body: "{\"id\":\"X1\"}")
        #expect(try store.beginRequest(first) == nil)
        try store.finishRequest(first.key, with: answer)
        try store.finishRequest(first.key, with: KeptAnswer(status: 500, body: ""))
        try store.forgetRequest(first.key)
        try reopen()
        let kept = RequestRecord(first.key, digest: first.digest, begun: noon, answer: answer)
        #expect(try store.beginRequest(first) == kept, "the first answer stays")
        #expect(try store.sweepRequests(begunBefore: noon) == 0)
        #expect(try store.sweepRequests(begunBefore: noon.advanced(bySeconds: 1)) == 1)
        #expect(try store.beginRequest(first) == nil)
    }
}
