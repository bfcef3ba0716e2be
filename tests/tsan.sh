#!/usr/bin/env bash
# What runs on threads of our own under the thread sanitizer: the thread pool, the CPU backend, the
# loader of mini-batches, and the session with its worker. The last two talk by Mailbox and Exchange,
# which lie outside of Qt: Debian does not build Qt with this sanitizer. Any report fails but those of
# calls by Qt itself (tsan.supp).
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$root"
tests=(test_thread_pool test_cpu_backend test_pcd_trainer test_mailbox test_session)

cmake --preset tsan
cmake --build --preset tsan --target "${tests[@]}"
export QT_QPA_PLATFORM=offscreen
# Qt's own event loop, as GLib's locks are no more seen than Qt's.
export QT_NO_GLIB=1
export TSAN_OPTIONS="suppressions=$root/tests/tsan.supp"
for test in "${tests[@]}"; do
    chosen=()
    case "$test" in
        # One of its tests measures processor time, which the sanitizer needs itself.
        test_thread_pool)
            chosen=(everyItemIsWorkedOnOnce manyRoundsInQuickSuccessionLoseNothing
                whatAPartThrowsReachesTheCaller roundsAfterASleepAreWorkedOnToo)
            ;;
        # Two wait for likelihoods and numbers over all images, which take minutes here.
        test_session)
            chosen=(aSpeedLimitHolds divergingWeightsPauseAndGoBackToTheLastGoodEpoch
                aFolderWithoutImagesIsToldAndTheOldOnesStay aCheckpointWithoutItsRunOpensAsAModel
                aRunThatMadeRoomGoesOnBitForBit whatCannotBeOpenedDoesNotStopTheTraining
                onlyPartsThatCanBeSeenAreMade)
            ;;
    esac
    nice -n 10 "build/tsan/tests/$test" -silent -nocrashhandler "${chosen[@]}"
done
