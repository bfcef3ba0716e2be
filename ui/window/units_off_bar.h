#pragma once

#include "ui/theme/theme.h"

#include <QFrame>

#include <cstdint>
#include <vector>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace rbm {

/// A strip below every workspace while hidden units are switched off: a chip for
/// each, which switches it on again, and a way to the samples. Hidden while all
/// units are on.
class UnitsOffBar : public QFrame {
    Q_OBJECT
public:
    explicit UnitsOffBar(QWidget *parent = nullptr);

    void applyTheme(const Theme &theme);
    /// Ascending.
    void show(const std::vector<std::uint32_t> &units);
    /// Not where they can be seen anyway.
    void offerSamples(bool on);

signals:
    void switchOnWanted(quint32 unit);
    void allOnWanted();
    void samplesWanted();

private:
    void makeChips();

    std::vector<std::uint32_t> m_units;
    Theme m_theme;
    QHBoxLayout *m_chips;
    QLabel *m_text;
    QPushButton *m_allOn;
    QPushButton *m_samples;
};

} // namespace rbm
