#pragma once

#include <QHash>
#include <QObject>
#include <QString>

#include <cstdint>
#include <vector>

namespace rbm {

class Session;

/// The hidden units that a person switched off, by the run that they belong to: a kept run that
/// is opened again has them off again. With `remember` that holds for the run that is open at the
/// program's end, too.
class UnitsMemory : public QObject {
    Q_OBJECT
public:
    UnitsMemory(Session &session, bool remember, QObject *parent);

    void save() const;

private:
    using Units = std::vector<std::uint32_t>;

    void switchOff(const QString &run) const;

    Session &m_session;
    QHash<QString, Units> m_left; ///< when another run took their place
    QString m_run;                ///< the present one
    Units m_units;                ///< of it
};

} // namespace rbm
