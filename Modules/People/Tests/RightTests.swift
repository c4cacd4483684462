import People
import Testing

@Suite struct RightTests {
    @Test func eachRoleMayDoAllThatTheOneBeforeItMay() {
        for (lesser, greater) in zip(Role.allCases, Role.allCases.dropFirst()) {
            #expect(lesser.rights.isStrictSubset(of: greater.rights))
            #expect(lesser < greater)
        }
    }

    @Test func aTokenNeverGivesMoreThanTheRoleHas() {
        let viewer = Viewer(name: "mia", role: .viewer, rights: [.look, .administer], credential: .token(1))
        #expect(viewer.may(.look))
        #expect(!viewer.may(.administer))
    }

    @Test func spaceAroundANameIsNoneOfIt() {
        #expect(
            AccountScope(named: "harbor, kent ,,big shop".split(separator: ","))
                == .only(["harbor", "kent", "big shop"]))
        #expect(AccountScope(named: [" ", ""]) == .only([]))
    }

    @Test func scopesMeetInWhatBothInclude() {
        let both = AccountScope.only(["north", "south"]).intersection(.only(["south", "west"]))
        #expect(both == .only(["south"]))
        #expect(AccountScope.all.intersection(both) == both)
        #expect(!both.includes("north"))
        #expect(AccountScope.all.includes(""))
    }
}
