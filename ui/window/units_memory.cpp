#include "ui/window/units_memory.h"

#include "ui/session/session.h"

#include <QSettings>
#include <QVariantList>

namespace rbm {

namespace {
const QString kRunKey = QStringLiteral("unitsOff/run");
const QString kUnitsKey = QStringLiteral("unitsOff/units");
} // namespace

UnitsMemory::UnitsMemory(Session &session, bool remember, QObject *parent)
    : QObject(parent), m_session(session) {
    if (remember) {
        const QSettings settings;
        Units &units = m_left[settings.value(kRunKey).toString()];
        for (const QVariant &unit : settings.value(kUnitsKey).toList())
            units.push_back(unit.toUInt());
    }
    connect(&session, &Session::snapshotTaken, this, [this](const TrainingSnapshot &snapshot) {
        if (snapshot.run != m_run)
            m_left[m_run] = m_units;
        m_run = snapshot.run;
        m_units = snapshot.unitsOff;
    });
    connect(&session, &Session::runOpened, this,
            [this](const RunProgress &run) { switchOff(run.id); });
}

void UnitsMemory::switchOff(const QString &run) const {
    for (const std::uint32_t unit : m_left.value(run))
        m_session.switchUnit(unit, false);
}

void UnitsMemory::save() const {
    QVariantList units;
    for (const std::uint32_t unit : m_units)
        units += unit;
    QSettings settings;
    settings.setValue(kRunKey, m_run);
    settings.setValue(kUnitsKey, units);
}

} // namespace rbm
