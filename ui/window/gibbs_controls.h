#pragma once

#include "engine/data/dataset.h"
#include "ui/session/snapshot.h"
#include "ui/theme/theme.h"
#include "ui/window/digit_choice.h"

#include <QWidget>

#include <array>
#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace rbm {

class DigitBrowser;
class SegmentedControl;

/// The left side of the Gibbs explorer: choose start images, run the chain.
class GibbsControls : public QWidget {
    Q_OBJECT
public:
    explicit GibbsControls(QWidget *parent = nullptr);

    void applyTheme(const Theme &theme);
    void setData(std::shared_ptr<const Dataset> images);
    void showChains(const ChainView &chains);

    std::array<bool, 10> classes() const;
    DigitOrder order() const;

signals:
    void pickWanted();
    void digitPicked(quint32 row);
    void playWanted(bool on);
    void stepWanted();
    void restartWanted();
    void speedChanged(double stepsPerSecond);

private:
    void addChoice(QVBoxLayout *layout);
    void addBrowser(QVBoxLayout *layout);
    void addRun(QVBoxLayout *layout);
    void classesChanged();

    std::array<QPushButton *, 10> m_digits{};
    SegmentedControl *m_order;
    QPushButton *m_pick;
    DigitBrowser *m_browser;
    SegmentedControl *m_speed;
    QPushButton *m_play;
    QPushButton *m_step;
    QPushButton *m_restart;
    QLabel *m_count;
    QProgressBar *m_progress;
    std::shared_ptr<const Dataset> m_data;
    Theme m_theme{};
    bool m_running = false;
};

} // namespace rbm
