import Testing

/// Undo after each verb, through the real program.
@Suite("Undo") struct UndoTests {
    @Test("Each verb leaves what it promises, and undo leaves what stood before, to the last field")
    func everyVerb() throws {
        let desk = try Desk()
        let verbs: [(words: String, text: String?)] = [
            ("claim X1", nil), ("step X1 1", nil), ("release X1", nil), ("assign X1 --to ben", nil),
            ("snooze X1 --until 2026-12-01 --reason supplier", nil), ("reopen X1", nil),
            ("note X1", "asked Jane"), ("close X1 --cause image --note", "sent a new one"), ("reopen X1", nil),
        ]
        for verb in verbs {
            let before = try desk.standing()
            let arguments = verb.words + (verb.text == nil ? "" : " ")
            let run =
                try verb.text.map { try desk.run(arguments, as: "mia", at: Desk.moment, $0) } ?? desk.run(verb.words)
            #expect(run.exit == 0, "\(verb.words): \(run.errors)")
            #expect(try desk.standing() != before, "\(verb.words)")
            #expect(try desk.run("undo").exit == 0)
            #expect(try desk.standing() == before, "\(verb.words)")
            #expect(try desk.events().last == "undone")
            // Done again, so that the next verb has something to stand on.
            _ = try verb.text.map { try desk.run(arguments, as: "mia", at: Desk.moment, $0) } ?? desk.run(verb.words)
        }
        #expect(try desk.program.run("journal", "verify").exit == 0)
    }

    @Test("An addition that is taken back is withdrawn, and may be added again")
    func addition() throws {
        let desk = try Desk()
        #expect(try desk.run("add wrong-photo SIDE --kind-new --share 40%").exit == 0)
        #expect(try desk.run("undo X2").exit == 0)
        #expect(try desk.show("X2")["state"].text == "withdrawn")
        #expect(try desk.run("add wrong-photo SIDE --kind-new --share 40%").exit == 0)
        #expect(try desk.run("rotate").exit == 0)
        #expect(try Set(desk.queue()) == ["X1", "X3"])
        #expect(try desk.program.run("journal", "verify").exit == 0)
    }

    @Test("What another hand or the data built on stays, and the refusal says who")
    func builtOn() throws {
        let desk = try Desk()
        try desk.run("claim X1")
        try desk.run("note X1", as: "ben", at: Desk.moment, "mine?")
        let byHand = try desk.run("undo X1")
        #expect(byHand.exit == 4)
        #expect(byHand.errors.hasPrefix("error[built-on]") && byHand.errors.contains("ben (noted)"))
        #expect(try desk.show()["claimedBy"].text == "mia")
        #expect(try desk.run("undo", as: "ben").exit == 0)
        #expect(try desk.run("undo X1").exit == 0)

        try desk.run("claim X1")
        var changed = desk.seller
        changed.issues[0].status = "Suppressed"
        try desk.bring(changed, on: "2026-11-20T21:00:00Z")
        let later = "2026-11-20T22:00:00Z"
        #expect(try desk.run("rotate", at: later).exit == 0)
        let byData = try desk.run("undo X1", at: later)
        #expect(byData.exit == 4 && byData.errors.contains("R2 (changed)"), "\(byData.errors)")
    }

    @Test("Without a change of one's own there is nothing to undo")
    func nothing() throws {
        let desk = try Desk()
        try desk.run("claim X1")
        let run = try desk.run("undo X1", as: "ben")
        #expect(run.exit == 4 && run.errors.hasPrefix("error[nothing-to-undo]"))
        #expect(try desk.run("undo", as: "ben").exit == 4)
        #expect(try desk.run("undo X99").exit == 5)
        #expect(try desk.run("undo X1 X99").exit == 2)
        #expect(try desk.run("undo what").exit == 64)
    }
}
