// Any text as a lesson, a preset, an action and a condition.
#include "tests/fuzz/fuzzing.h"
#include "ui/support/lesson.h"
#include "ui/support/presets.h"
#include "ui/support/resource_bytes.h"

using namespace rbm::test;

/// The lessons that are part of the program are not here.
QByteArray rbm::resourceBytes(const QString &) { return {}; }

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    isTaken([&] {
        for (const auto &[name, settings] : rbm::readLesson(QStringLiteral("input"), text).settings)
            require(settings.configFor(1000).numEpoch > 0, "a lesson's run has epochs");
    });
    isTaken([&] { rbm::readPreset("input", text); });
    isTaken([&] { rbm::readAction(QString::fromUtf8(text)); });
    isTaken([&] { rbm::readCondition(QString::fromUtf8(text)); });
    return 0;
}
