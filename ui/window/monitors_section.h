#pragma once

#include "engine/monitors/monitors.h"

#include <QWidget>

#include <optional>
#include <vector>

class QGridLayout;
class QLabel;

namespace rbm {

class SectionHeader;
struct Theme;

/// The part of the left dock that tells how the training goes. It can be folded,
/// and starts so: while it is, nobody needs to measure anything.
class MonitorsSection : public QWidget {
    Q_OBJECT
public:
    explicit MonitorsSection(QWidget *parent = nullptr);

    bool isOpen() const;
    void setOpen(bool open);
    /// None: not measured yet.
    void showValues(const std::optional<MonitorValues> &values);
    void applyTheme(const Theme &theme);

signals:
    void toggled(bool open);

private:
    void addRows(QGridLayout *form);
    void showOpen(bool open);

    SectionHeader *m_header;
    QWidget *m_body;
    std::vector<QLabel *> m_values; ///< in the order of the rows
};

} // namespace rbm
